//! Loops in fixed chunks, on as many threads as there are: the result is the same to the last bit on one thread or many.
//!
//! What a chunk gives depends on its places alone, and chunks are taken in their order. The length of a chunk is a constant
//! of its caller, never a matter of the machine. No more than [`AHEAD`] chunks a thread are held at once, so memory is
//! bounded however many there are.
//!
//! The threads are those of the pool that the caller is in, else rayon's global one (`RAYON_NUM_THREADS`). Without the
//! feature `threads` and in WebAssembly the same loops run on the calling thread.

use std::convert::Infallible;
use std::ops::Range;

/// Chunks per thread between two looks at what they gave: enough that no thread waits long for the last one.
const AHEAD: usize = 4;

/// Gives `take` what `work` makes of every chunk of `0..length`, in order and on the calling thread, until it fails. `chunk`
/// is how many places a chunk has.
///
/// After a failure no further chunk is begun, beyond those that ran ahead.
pub(crate) fn try_chunks<T: Send, E>(
    length: usize,
    chunk: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let chunk = chunk.max(1);
    let chunks = length.div_ceil(chunk);
    let places = |at: usize| at * chunk..length.min((at + 1) * chunk);
    let threads = if chunks > 1 { threads::count() } else { 1 };
    // A loop that fails often fails early, so what runs ahead grows with what was taken.
    let (mut next, mut ahead) = (0, threads);
    while next < chunks {
        let end = chunks.min(next + ahead);
        if threads == 1 {
            take(work(places(next)))?;
        } else {
            threads::map(next..end, |at| work(places(at))).into_iter().try_for_each(&mut take)?;
            ahead = (ahead * 2).min(threads * AHEAD);
        }
        next = end;
    }
    Ok(())
}

/// [`try_chunks`] where nothing fails.
pub(crate) fn each_chunk<T: Send>(
    length: usize,
    chunk: usize,
    work: impl Fn(Range<usize>) -> T + Sync,
    mut take: impl FnMut(T),
) {
    let Ok(()) = try_chunks(length, chunk, work, |part| {
        take(part);
        Ok::<(), Infallible>(())
    });
}

/// What `work` makes of every place of `0..length`, in order.
pub(crate) fn map_places<T: Send>(length: usize, chunk: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let mut all = Vec::with_capacity(length);
    each_chunk(length, chunk, |places| places.map(&work).collect::<Vec<T>>(), |part| all.extend(part));
    all
}

/// Both, at the same time where there are two threads.
pub(crate) fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    threads::both(a, b)
}

#[cfg(all(feature = "threads", not(target_family = "wasm")))]
mod threads {
    use std::ops::Range;
    use std::sync::OnceLock;

    use rayon::prelude::*;

    /// How many threads there are; 1 where nothing runs beside.
    pub fn count() -> usize {
        if forked() { 1 } else { rayon::current_num_threads() }
    }

    /// Whether this process was forked off one that had threads. They did not come along, and waiting for them would
    /// never end.
    fn forked() -> bool {
        static BEGUN_IN: OnceLock<u32> = OnceLock::new();
        let own = std::process::id();
        *BEGUN_IN.get_or_init(|| own) != own
    }

    pub fn map<T: Send>(places: Range<usize>, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        places.into_par_iter().with_max_len(1).map(&work).collect()
    }

    pub fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
        if count() == 1 { (a(), b()) } else { rayon::join(a, b) }
    }
}

#[cfg(not(all(feature = "threads", not(target_family = "wasm"))))]
mod threads {
    use std::ops::Range;

    pub fn count() -> usize {
        1
    }

    pub fn map<T>(places: Range<usize>, work: impl Fn(usize) -> T) -> Vec<T> {
        places.map(work).collect()
    }

    pub fn both<A, B>(a: impl FnOnce() -> A, b: impl FnOnce() -> B) -> (A, B) {
        (a(), b())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use proptest::prelude::*;

    use super::*;

    fn on<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
    }

    proptest! {
        /// Sums of floating-point numbers tell the order of addition.
        #[test]
        fn the_threads_change_no_bit(values in proptest::collection::vec(-1e6..1e6_f64, 0..600), chunk in 1..60_usize) {
            let sum = || {
                let mut total = 0.0;
                let of = |places: Range<usize>| values[places].iter().map(|x| x * 1.1).sum::<f64>();
                each_chunk(values.len(), chunk, of, |part| total += part);
                (f64::to_bits(total), map_places(values.len(), chunk, |place| values[place].to_bits()))
            };
            let one = on(1, sum);
            prop_assert_eq!(&one, &on(2, sum));
            prop_assert_eq!(&one, &on(8, sum));
            prop_assert_eq!(&one.1, &values.iter().map(|x| x.to_bits()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn chunks_cover_every_place_once_and_in_order() {
        for threads in [1, 2, 8] {
            let mut seen = Vec::new();
            on(threads, || each_chunk(1003, 10, |places| places, |part| seen.extend(part)));
            assert_eq!(seen, (0..1003).collect::<Vec<_>>());
        }
        each_chunk(0, 10, |_| (), |()| panic!("no places, no chunk"));
    }

    #[test]
    fn a_failure_ends_soon() {
        for threads in [1, 2, 8] {
            let (begun, mut taken) = (AtomicUsize::new(0), 0);
            let found = on(threads, || {
                let work = |_| begun.fetch_add(1, Ordering::Relaxed);
                try_chunks(10_000, 1, work, |_| {
                    taken += 1;
                    if taken == 3 { Err("enough") } else { Ok(()) }
                })
            });
            assert_eq!((found, taken), (Err("enough"), 3));
            assert!(begun.into_inner() <= threads * 4, "chunks that ran ahead");
        }
    }

    /// What is taken is taken on the calling thread: callbacks of other languages need it.
    #[test]
    fn parts_are_taken_by_the_caller() {
        let caller = std::thread::current().id();
        each_chunk(100, 1, |_| (), |()| assert_eq!(std::thread::current().id(), caller));
        assert_eq!(both(|| 1, || "b"), (1, "b"));
    }
}
