//! A report as HTML.

mod blocks;
mod builder;
mod drawing;
#[cfg(test)]
mod palette;

use sha2::{Digest, Sha256};

pub(super) use builder::Html;

use super::STYLE;
use super::document::Document;
use crate::message::{Language, phrases};

use blocks::Writer;

/// A page of its own.
pub(super) fn page(document: &Document, language: Language) -> String {
    let mut html = Html::default();
    html.fixed("<!DOCTYPE html>\n");
    html.element("html", &[("lang", language.tag())], |html| {
        html.fixed("\n");
        html.element("head", &[], |html| head(html, document));
        html.fixed("\n");
        html.element("body", &[("class", "cc-page")], |html| {
            html.fixed("\n");
            let skip = phrases::SKIP_TO_CONTENT.said(language);
            html.leaf("a", &[("class", "cc-skip"), ("href", "#cc-main")], skip);
            html.fixed("\n");
            html.element("main", &[("id", "cc-main"), ("class", "cc-report"), ("tabindex", "-1")], |html| {
                Writer { language, level: 1, links: true }.document(html, document);
            });
            html.fixed("\n");
        });
        html.fixed("\n");
    });
    html.fixed("\n");
    html.finish()
}

/// The content for embedding: no links within it, since the page around it may use the fragment of its address.
pub(super) fn fragment(document: &Document, language: Language) -> String {
    let mut html = Html::default();
    html.element("div", &[("class", "cc-report"), ("lang", language.tag())], |html| {
        Writer { language, level: 2, links: false }.document(html, document);
    });
    html.finish()
}

fn head(html: &mut Html, document: &Document) {
    let policy = format!("default-src 'none'; style-src 'sha256-{}'; img-src data:", style_hash());
    html.fixed("\n");
    html.void("meta", &[("charset", "utf-8")]);
    html.fixed("\n");
    html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
    html.fixed("\n");
    html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.fixed("\n");
    html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    html.fixed("\n");
    html.leaf("title", &[], &document.title);
    html.fixed("\n");
    html.element("style", &[], |html| html.fixed(STYLE));
    html.fixed("\n");
}

/// SHA-256 of the stylesheet in base 64, as a content security policy writes it.
fn style_hash() -> String {
    base64(&Sha256::digest(STYLE.as_bytes()))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| chunk.get(index).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_usize {
            let digit = (bits >> (18 - 6 * place)) & 63;
            let known = DIGITS.get(digit as usize).copied().filter(|_| place <= chunk.len());
            text.push(known.map_or('=', char::from));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_known_bytes() {
        assert_eq!(base64(b""), "");
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }

    /// The browser hashes what stands between the tags: it must be the stylesheet and hold no end tag of its own.
    #[test]
    fn the_style_element_holds_the_hashed_text() {
        let page = page(&Document { title: "x".to_owned(), blocks: Vec::new() }, Language::En);
        let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        assert_eq!(style, STYLE);
        assert!(!STYLE.contains('<') && !STYLE.contains("url(") && !STYLE.contains("@import"));
        assert!(page.contains(&format!("style-src &#39;sha256-{}&#39;", base64(&Sha256::digest(style.as_bytes())))));
    }
}
