//! The spaces that French sets before its marks, put in by the compiler: a translator writes `mot : mot` or `« mot »`.

const NO_BREAK: [u8; 2] = *b"\xc2\xa0";
const NARROW: [u8; 3] = *b"\xe2\x80\xaf";
const OPEN: [u8; 2] = *b"\xc2\xab";
const CLOSE: [u8; 2] = *b"\xc2\xbb";

/// How many bytes [`spaced`] makes of a text.
pub(crate) const fn length(text: &str) -> usize {
    walk::<0>(text.as_bytes()).1
}

/// The text with no-break spaces before `:` and inside « », narrow ones before `;`, `?`, `!` and `%`; `N` is its
/// [`length`].
pub(crate) const fn spaced<const N: usize>(text: &str) -> [u8; N] {
    walk(text.as_bytes()).0
}

/// The bytes of [`spaced`] as the text that they are.
pub(crate) const fn text(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Writes as many bytes as fit, and counts them all.
const fn walk<const N: usize>(mut rest: &[u8]) -> ([u8; N], usize) {
    let mut made = ([0; N], 0);
    while let [first, after @ ..] = rest {
        rest = match rest {
            // An open guillemet, with its space or without.
            [0xc2, 0xab, b' ', inside @ ..] | [0xc2, 0xab, inside @ ..] => {
                put(&mut made, &OPEN);
                put(&mut made, &NO_BREAK);
                inside
            }
            [b' ', 0xc2, 0xbb, outside @ ..] | [0xc2, 0xbb, outside @ ..] => {
                put(&mut made, &NO_BREAK);
                put(&mut made, &CLOSE);
                outside
            }
            [b' ', b':', outside @ ..] => {
                put(&mut made, &NO_BREAK);
                put(&mut made, b":");
                outside
            }
            [b' ', mark @ (b';' | b'?' | b'!' | b'%'), outside @ ..] => {
                put(&mut made, &NARROW);
                put(&mut made, &[*mark]);
                outside
            }
            _ => {
                put(&mut made, &[*first]);
                after
            }
        };
    }
    made
}

#[expect(clippy::indexing_slicing, reason = "guarded, and run by the compiler alone")]
const fn put<const N: usize>(made: &mut ([u8; N], usize), mut bytes: &[u8]) {
    while let [byte, rest @ ..] = bytes {
        if made.1 < N {
            made.0[made.1] = *byte;
        }
        made.1 += 1;
        bytes = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::{length, spaced};

    const TEXT: &str = "Quoi ? Ceci : « 3 % » ; «non» à 10:30.";

    #[test]
    fn marks_have_their_spaces() {
        let made = String::from_utf8(spaced::<{ length(TEXT) }>(TEXT).to_vec()).unwrap();
        let expected = "Quoi\u{202f}? Ceci\u{a0}: «\u{a0}3\u{202f}%\u{a0}»\u{202f}; «\u{a0}non\u{a0}» à 10:30.";
        assert_eq!(made, expected);
    }
}
