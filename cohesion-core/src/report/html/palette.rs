//! The colours of the stylesheet are told apart: contrast as in WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (graphics 3).

use crate::report::STYLE;

/// The value of a custom property in the `which`-th block of colours: light, dark, print.
fn colour(which: usize, name: &str) -> [f64; 3] {
    let block = STYLE.split(":root {").nth(which + 1).unwrap().split('}').next().unwrap();
    let line = block.lines().find(|line| line.trim().starts_with(&format!("--cc-{name}:"))).unwrap();
    let hex = line.split('#').nth(1).unwrap().trim_end_matches(';');
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn known_contrasts() {
    let white = [1.0; 3];
    assert!((contrast(white, [0.0; 3]) - 21.0).abs() < 1e-9);
    let grey = [f64::from(0x76_u8) / 255.0; 3];
    assert!((contrast(white, grey) - 4.54).abs() < 0.01);
}

#[test]
fn text_and_graphics_stand_out_in_light_dark_and_print() {
    let text = [
        ("ink", "paper"),
        ("ink", "panel"),
        ("soft", "paper"),
        ("link", "paper"),
        ("link", "panel"),
        ("caution-ink", "caution"),
        ("on", "first"),
        ("on", "middle"),
        ("on", "last"),
    ];
    let graphics = [("faint", "paper"), ("first", "paper"), ("middle", "paper"), ("last", "paper"), ("faint", "panel")];
    for which in 0..3 {
        let pairs = text.iter().map(|pair| (pair, 4.5)).chain(graphics.iter().map(|pair| (pair, 3.0)));
        for ((front, back), least) in pairs {
            let found = contrast(colour(which, front), colour(which, back));
            assert!(found >= least, "block {which}: {front} on {back} is {found:.2}, below {least}");
        }
    }
}

#[test]
fn attributes_use_the_light_palette() {
    use crate::report::colour::{FAINT, FIRST, INK, LAST, MIDDLE, PAPER};
    let palette =
        [("first", FIRST), ("middle", MIDDLE), ("last", LAST), ("ink", INK), ("paper", PAPER), ("faint", FAINT)];
    for (name, hex) in palette {
        assert!(STYLE.contains(&format!("--cc-{name}: {hex};")), "{name}");
    }
}
