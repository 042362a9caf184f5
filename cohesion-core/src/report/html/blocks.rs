//! The blocks of a report as HTML.

use super::builder::Html;
use super::drawing;
use crate::message::Language;
use crate::report::colour;
use crate::report::document::{Block, Document, Picture, Row, Section, Shade, Table, Tone};

/// What is known while blocks are written.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    pub(super) language: Language,
    /// The level of the next heading.
    pub(super) level: u8,
    /// Whether links within the report are written.
    pub(super) links: bool,
}

impl Writer {
    pub(super) fn document(self, html: &mut Html, document: &Document) {
        html.fixed("\n");
        html.leaf(self.heading(), &[("class", "cc-title")], &document.title);
        self.deeper().blocks(html, &document.blocks);
        html.fixed("\n");
    }

    fn deeper(self) -> Self {
        Self { level: (self.level + 1).min(6), ..self }
    }

    fn heading(self) -> &'static str {
        match self.level {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    fn blocks(self, html: &mut Html, blocks: &[Block]) {
        for block in blocks {
            html.fixed("\n");
            self.block(html, block);
        }
    }

    fn block(self, html: &mut Html, block: &Block) {
        match block {
            Block::Section(section) => self.section(html, section),
            Block::Paragraph(text) => html.leaf("p", &[], text),
            Block::Headline { figure, rest } => headline(html, figure, rest),
            Block::Remark(tone, text) => html.leaf("p", &[("class", remark_class(*tone))], text),
            Block::Facts(facts) => html.element("dl", &[("class", "cc-facts")], |html| {
                for (name, value) in facts {
                    html.leaf("dt", &[], name);
                    html.leaf("dd", &[], value);
                }
            }),
            Block::List(items) => html.element("ul", &[("class", "cc-list")], |html| {
                for item in items {
                    html.leaf("li", &[], item);
                }
            }),
            Block::Table(table) => self.table(html, table),
            Block::Picture(picture) => figure(html, picture),
            Block::Details { summary, blocks } => html.element("details", &[("class", "cc-details")], |html| {
                html.leaf("summary", &[], summary);
                self.blocks(html, blocks);
            }),
        }
    }

    fn section(self, html: &mut Html, section: &Section) {
        let id = format!("cc-{}", section.id);
        let class = if section.id.starts_with("indicator-") && !section.id.contains("group") {
            "cc-section cc-indicator"
        } else {
            "cc-section"
        };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.fixed("\n");
            if let Some(theme) = &section.theme {
                html.leaf("p", &[("class", "cc-theme")], theme);
            }
            html.leaf(self.heading(), &[], &section.title);
            self.deeper().blocks(html, &section.blocks);
            html.fixed("\n");
        });
    }

    /// A table in a box that scrolls by itself on a narrow screen, and by keyboard.
    fn table(self, html: &mut Html, table: &Table) {
        let attributes =
            [("class", "cc-scroll"), ("role", "group"), ("tabindex", "0"), ("aria-label", table.caption.as_str())];
        html.element("div", &attributes, |html| {
            html.element("table", &[("class", "cc-table"), ("lang", self.language.tag())], |html| {
                html.leaf("caption", &[], &table.caption);
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        for column in &table.columns {
                            html.leaf("th", &[("scope", "col")], column);
                        }
                    });
                });
                html.element("tbody", &[], |html| {
                    for row in &table.rows {
                        html.fixed("\n");
                        html.element("tr", &[], |html| self.row(html, row));
                    }
                });
            });
        });
    }

    fn row(self, html: &mut Html, row: &Row) {
        html.element("th", &[("scope", "row")], |html| {
            if let Some(shade) = row.swatch {
                drawing::swatch(html, shade);
            }
            match row.link.as_ref().filter(|_| self.links) {
                Some(link) => html.leaf("a", &[("href", &format!("#cc-{link}"))], &row.header),
                None => html.text(&row.header),
            }
        });
        for cell in &row.cells {
            let class = if is_numeric(cell) { "cc-number" } else { "cc-words" };
            html.leaf("td", &[("class", class)], cell);
        }
    }
}

/// Cells that begin with a figure are set to the right.
fn is_numeric(cell: &str) -> bool {
    cell.trim_start_matches(['+', '\u{2212}', '<', '>']).starts_with(|c: char| c.is_ascii_digit())
}

fn remark_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "cc-remark",
        Tone::Caution => "cc-remark cc-caution",
    }
}

fn headline(html: &mut Html, figure: &str, rest: &str) {
    html.element("p", &[("class", "cc-headline")], |html| {
        // A sentence is set smaller than a figure.
        let class = if figure.chars().count() > 12 { "cc-figure cc-sentence" } else { "cc-figure" };
        html.leaf("strong", &[("class", class)], figure);
        html.text(" ");
        html.leaf("span", &[("class", "cc-rest")], rest);
    });
}

fn figure(html: &mut Html, picture: &Picture) {
    html.element("figure", &[("class", "cc-picture")], |html| {
        drawing::drawing(html, &picture.drawing, &picture.alternative);
        html.leaf("figcaption", &[], &picture.caption);
    });
}

/// The class of a shade, and its colour in the light palette for where no stylesheet is.
pub(super) fn shade(shade: Shade) -> (&'static str, &'static str) {
    match shade {
        Shade::First => ("cc-first", colour::FIRST),
        Shade::Middle => ("cc-middle", colour::MIDDLE),
        Shade::Last => ("cc-last", colour::LAST),
    }
}
