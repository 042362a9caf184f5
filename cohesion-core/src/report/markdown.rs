//! A report as Markdown (CommonMark with tables).

use super::document::{Block, Document, Section, Table, Tone};

/// The whole report.
pub(super) fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n", inline(&document.title));
    blocks(&mut text, &document.blocks, 2);
    text
}

/// Blocks to be put into another text.
pub(super) fn fragment(all: &[Block]) -> String {
    let mut text = String::new();
    blocks(&mut text, all, 2);
    text.trim_start().to_owned()
}

fn blocks(text: &mut String, all: &[Block], level: usize) {
    for block in all {
        text.push('\n');
        match block {
            Block::Section(part) => section(text, part, level),
            Block::Paragraph(words) => line(text, &paragraph(words)),
            Block::Headline { figure, rest } => line(text, &format!("**{}** {}", inline(figure), inline(rest))),
            Block::Remark(Tone::Plain, words) => line(text, &format!("> {}", paragraph(words))),
            Block::Remark(Tone::Caution, words) => line(text, &format!("> ⚠ {}", inline(words))),
            Block::Facts(facts) => {
                for (name, value) in facts {
                    line(text, &format!("- **{}:** {}", inline(name), inline(value)));
                }
            }
            Block::List(items) => {
                for item in items {
                    line(text, &format!("- {}", paragraph(item)));
                }
            }
            Block::Table(rows) => table(text, rows),
            // The table below a picture has the same figures.
            Block::Picture(_) => {
                text.pop();
            }
            Block::Details { summary, blocks: inner } => {
                line(text, &format!("**{}**", inline(summary)));
                blocks(text, inner, level);
            }
        }
    }
}

fn line(text: &mut String, words: &str) {
    text.push_str(words.trim_end());
    text.push('\n');
}

fn section(text: &mut String, section: &Section, level: usize) {
    line(text, &format!("{} {}", "#".repeat(level.min(6)), inline(&section.title)));
    if let Some(theme) = &section.theme {
        text.push('\n');
        line(text, &format!("*{}*", inline(theme)));
    }
    blocks(text, &section.blocks, level + 1);
}

fn table(text: &mut String, table: &Table) {
    line(text, &format!("**{}**", inline(&table.caption)));
    text.push('\n');
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    line(text, &row(table.columns.iter().map(|column| inline(column)).collect()));
    line(text, &row(table.columns.iter().map(|_| "---".to_owned()).collect()));
    for one in &table.rows {
        line(text, &row([&one.header].into_iter().chain(&one.cells).map(|cell| inline(cell)).collect()));
    }
}

/// Text in which no character means anything to Markdown or to the HTML within it.
fn inline(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '!' => {
                safe.push('\\');
                safe.push(character);
            }
            _ if character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}') => safe.push(' '),
            _ if character.is_control() => safe.push('\u{fffd}'),
            _ => safe.push(character),
        }
    }
    safe
}

/// The same at the start of a line, where a dash, a sign or a number with a dot begins a list.
fn paragraph(text: &str) -> String {
    let safe = inline(text);
    let digits = safe.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = safe.split_at(digits);
    if rest.starts_with(['-', '+', '=']) && digits == 0 || rest.starts_with(['.', ')']) && digits > 0 {
        format!("{number}\\{rest}")
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_data_means_anything() {
        assert_eq!(inline("a|b `c` <script> [x](y) *z*"), "a\\|b \\`c\\` &lt;script&gt; \\[x\\](y) \\*z\\*");
        assert_eq!(inline("two\nlines"), "two lines");
        assert_eq!(paragraph("1. first"), "1\\. first");
        assert_eq!(paragraph("- item"), "\\- item");
        assert_eq!(paragraph("# head"), "\\# head");
        assert_eq!(paragraph("12 people"), "12 people");
    }
}
