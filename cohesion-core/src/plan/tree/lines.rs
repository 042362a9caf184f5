//! Byte offsets to lines and columns.

use crate::error::Fault;
use crate::stat::at;

/// How many bytes lie between two counts of characters.
const STEP: usize = 1024;

/// Where lines start, and how many characters came before every so many bytes: a column is found without walking a long
/// line again.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    /// Of each block: the count of characters before it, and for its bytes which start one.
    counts: Vec<usize>,
    text: Box<str>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1))
            .collect();
        let mut total = 0;
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .map(|block| {
                let before = total;
                total += characters(block);
                before
            })
            .collect();
        Self { starts, counts, text: text.into() }
    }

    /// Writes line and column of `offset`, both from 1, into `fault`.
    pub(super) fn place(&self, fault: &mut Fault, offset: usize) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = at(&self.starts, line.saturating_sub(1));
        fault.line = Some(line);
        fault.column = Some(self.characters_before(offset).saturating_sub(self.characters_before(start)) + 1);
    }

    /// The offset of the byte `column` (from 1) of `line` (from 1).
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        at(&self.starts, line.saturating_sub(1)) + column.saturating_sub(1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / STEP;
        let before = self.counts.get(block).copied();
        let from = if before.is_some() { block * STEP } else { 0 };
        before.unwrap_or_default() + self.text.as_bytes().get(from..offset).map_or(0, characters)
    }
}

/// How many characters start in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FaultKind;

    fn place(text: &str, offset: usize) -> (usize, usize) {
        let mut fault = Fault::new(FaultKind::Syntax, "", "");
        Lines::of(text).place(&mut fault, offset);
        (fault.line.unwrap(), fault.column.unwrap())
    }

    #[test]
    fn columns_count_characters() {
        let text = "a\néé x\n";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, text.find('x').unwrap()), (2, 4));
        assert_eq!(place(text, text.len()), (3, 1));
        assert_eq!(place("", 0), (1, 1));
    }

    #[test]
    fn long_lines_agree_with_a_plain_count() {
        let text = format!("{}\n{}", "é".repeat(3000), "x€".repeat(2000));
        for (offset, _) in text.char_indices().step_by(97) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            assert_eq!(place(&text, offset), (line, column));
        }
    }
}
