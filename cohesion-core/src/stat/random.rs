//! Random numbers that are the same on every machine and in every language.

use super::parallel::each_chunk;

/// How many orders of a list are one piece of work.
const ORDERS: usize = 128;

/// A stream of xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64 from a key.
pub(crate) struct Stream([u64; 4]);

impl Stream {
    /// The stream of a seed, an index and texts: another one for every key.
    pub fn keyed<'a>(seed: u64, index: u64, texts: impl Iterator<Item = &'a str>) -> Self {
        let mut state = seed;
        state = splitmix(&mut state) ^ index;
        state = splitmix(&mut state) ^ fnv(texts);
        Self(std::array::from_fn(|_| splitmix(&mut state)))
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let drawn = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        drawn
    }

    /// A whole number from 0 up to `bound` (exclusive), all alike likely (Lemire 2019); 0 where `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // 2^64 is no multiple of most bounds: the few values that would make some numbers likelier are drawn again.
        let least = bound.wrapping_neg().checked_rem(bound).unwrap_or_default();
        loop {
            let product = u128::from(self.next()) * u128::from(bound);
            if product as u64 >= least {
                return (product >> 64) as u64;
            }
        }
    }

    /// A number from 0 up to 1 (exclusive), in steps of 2^-53.
    pub fn share(&mut self) -> f64 {
        // A double holds 53 bits.
        (self.next() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Puts a list in random order, every order alike likely (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        // Each place draws from those not yet placed; to draw from all of them would make some orders likelier.
        for place in (1..list.len()).rev() {
            list.swap(place, self.below(place as u64 + 1) as usize);
        }
    }
}

/// Looks at random orders of a list, each drawn by a stream of its own: the seed, its number and the label. `take` is given
/// what `look` gathered of the orders, piece by piece.
pub(crate) fn shuffled<L: Copy + Sync, T: Default + Send>(
    list: &[L],
    times: usize,
    (seed, label): (u64, &[&str]),
    look: impl Fn(&mut T, &[L]) + Sync,
    take: impl FnMut(T),
) {
    let piece = |places: std::ops::Range<usize>| {
        let (mut order, mut gathered) = (list.to_vec(), T::default());
        for place in places {
            order.copy_from_slice(list);
            Stream::keyed(seed, place as u64, label.iter().copied()).shuffle(&mut order);
            look(&mut gathered, &order);
        }
        gathered
    };
    each_chunk(times, ORDERS, piece, take);
}

fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// FNV-1a over the texts, each closed by a byte that no text holds.
fn fnv<'a>(texts: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = texts.flat_map(|text| text.bytes().chain(std::iter::once(0xff)));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the authors' splitmix64 with seed 1234567.
    #[test]
    fn splitmix_is_the_published_one() {
        let mut state = 1_234_567;
        let drawn: Vec<u64> = (0..3).map(|_| splitmix(&mut state)).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    /// The first numbers of the authors' xoshiro256++ from the state 1, 2, 3, 4.
    #[test]
    fn xoshiro_is_the_published_one() {
        let mut stream = Stream([1, 2, 3, 4]);
        let drawn: Vec<u64> = (0..3).map(|_| stream.next()).collect();
        assert_eq!(drawn, [41_943_041, 58_720_359, 3_588_806_011_781_223]);
    }

    #[test]
    fn every_number_below_is_drawn_and_keys_tell_streams_apart() {
        let mut stream = Stream::keyed(1, 0, ["a"].into_iter());
        let mut seen = [0_u32; 7];
        (0..7000).for_each(|_| seen[stream.below(7) as usize] += 1);
        assert!(seen.iter().all(|count| (800..1200).contains(count)), "{seen:?}");
        let first = |seed, index, label| Stream::keyed(seed, index, [label].into_iter()).next();
        let drawn = [first(1, 0, "a"), first(1, 0, "b"), first(1, 1, "a"), first(2, 0, "a")];
        assert!(drawn.iter().enumerate().all(|(i, a)| drawn.iter().skip(i + 1).all(|b| a != b)));
        assert_eq!(Stream::keyed(1, 0, ["a"].into_iter()).below(1), 0);
    }
}
