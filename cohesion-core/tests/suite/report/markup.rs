//! Reads HTML as far as the tests need: tags in order with their attributes, and the text between them.

/// One tag, or the text between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Open { name: String, attributes: Vec<(String, String)>, closed: bool },
    Close(String),
    Text(String),
}

impl Piece {
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        let Self::Open { attributes, .. } = self else { return None };
        attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }

    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Open { name, .. } => Some(name),
            _ => None,
        }
    }
}

/// The pieces of a document. Panics where a tag is broken.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            pieces.push(Piece::Text(decoded(&rest[..at])));
        }
        let (tag, after) = rest[at + 1..].split_once('>').expect("a tag ends");
        rest = after;
        pieces.push(tag_of(tag));
        if tag == "style" {
            let (_, after) = rest.split_once("</style>").expect("the style ends");
            pieces.push(Piece::Close("style".to_owned()));
            rest = after;
        }
    }
    assert!(rest.trim().is_empty() || !rest.contains('<'));
    pieces
}

fn tag_of(tag: &str) -> Piece {
    if let Some(name) = tag.strip_prefix('/') {
        return Piece::Close(name.to_owned());
    }
    let closed = tag.ends_with('/');
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value ends");
        attributes.push((attribute.trim().to_owned(), decoded(value)));
        rest = after;
    }
    Piece::Open { name: name.to_owned(), attributes, closed }
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Elements that hold nothing.
const VOID: [&str; 3] = ["meta", "link", "br"];

/// Checks that every element is closed where it should be.
pub fn assert_balanced(pieces: &[Piece]) {
    let mut open: Vec<&str> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Open { name, closed, .. } => {
                if !closed && !VOID.contains(&name.as_str()) && !name.starts_with('!') {
                    open.push(name);
                }
            }
            Piece::Close(name) => assert_eq!(open.pop(), Some(name.as_str())),
            Piece::Text(_) => {}
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

/// The names of the tags in order: what is left when all text is taken away.
pub fn skeleton(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Open { name, .. } => Some(name.clone()),
            Piece::Close(name) => Some(format!("/{name}")),
            Piece::Text(_) => None,
        })
        .collect()
}

/// Everything a person reads or hears: text, and the words in attributes.
pub fn words(pieces: &[Piece]) -> Vec<String> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Text(text) => vec![text.trim().to_owned()],
            Piece::Open { .. } => ["aria-label", "title", "alt"]
                .iter()
                .filter_map(|name| piece.attribute(name))
                .map(str::to_owned)
                .collect(),
            Piece::Close(_) => Vec::new(),
        })
        .filter(|text| !text.is_empty())
        .collect()
}
