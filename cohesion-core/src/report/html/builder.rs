//! HTML that escapes whatever is put into it.

/// HTML being written. Tag and attribute names are fixed words of the program; every text and value is escaped, and an
/// element that is opened is closed.
#[derive(Debug, Default)]
pub(in crate::report) struct Html {
    text: String,
}

/// Attributes with their values.
pub(in crate::report) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// Text between tags.
    pub(in crate::report) fn text(&mut self, text: &str) {
        push_escaped(&mut self.text, text);
    }

    /// An element with whatever `content` writes into it.
    pub(in crate::report) fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        self.text.push('>');
        content(self);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
    }

    /// An element that holds text alone.
    pub(in crate::report) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// An element without content, such as `meta`.
    pub(in crate::report) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.open(tag, attributes);
        self.text.push('>');
    }

    /// A drawing element without content, closed as XML asks.
    pub(in crate::report) fn shape(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.open(tag, attributes);
        self.text.push_str("/>");
    }

    /// Fixed text of the program: the document type, the stylesheet, a line end.
    pub(in crate::report) fn fixed(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    /// What another one wrote.
    pub(in crate::report) fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
    }

    /// How many bytes are written.
    pub(in crate::report) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written.
    pub(in crate::report) fn finish(self) -> String {
        self.text
    }

    fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            push_escaped(&mut self.text, value);
            self.text.push('"');
        }
    }
}

/// Characters with a meaning in HTML become references; characters that HTML does not allow become U+FFFD.
fn push_escaped(to: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            '\n' | '\t' => to.push(character),
            _ if character.is_control() || character == '\u{fffe}' || character == '\u{ffff}' => to.push('\u{fffd}'),
            _ => to.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_values_are_escaped() {
        let mut html = Html::default();
        html.leaf("p", &[("title", "\"><script>")], "<b>'&\u{0}");
        assert_eq!(html.finish(), "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&#39;&amp;\u{fffd}</p>");
    }
}
