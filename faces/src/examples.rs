//! Examples: written once, in the Rust documentation, and translated where every step is regular: a small table, a call,
//! a value that is asserted. What is not stays an example of Rust alone.

use std::collections::BTreeMap;

use syn::{Expr, Lit, Pat, Stmt, UnOp};

use crate::docs::Style;
use crate::model::{Class, Method, MethodKind, Passed, Value};
use crate::source::{Source, camel};

mod summary;

/// What a translation may look up.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    pub source: &'a Source,
    pub classes: &'a [Class],
}

/// A line of an example.
#[derive(Debug, PartialEq)]
pub enum Line {
    /// A name gets a value.
    Bound(String, String),
    /// The value of an expression is this.
    Equal(String, String),
}

/// An expression in the other language, and the class of its value where it is an object.
#[derive(Clone, Debug)]
struct Said {
    text: String,
    class: Option<String>,
    /// A list that is a tuple in Python.
    tuple: bool,
}

impl Said {
    fn plain(text: String) -> Self {
        Self { text, class: None, tuple: false }
    }
}

/// The lines of an example; nothing where one of its steps is not regular.
pub fn translated(book: Book<'_>, code: &str, style: Style) -> Option<Vec<Line>> {
    let shown = code.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
    let block: syn::Block = syn::parse_str(&format!("{{\n{shown}\n}}")).ok()?;
    let mut speaker = Speaker { book, style, bound: BTreeMap::new(), options: BTreeMap::new() };
    let mut lines = Vec::new();
    for statement in &block.stmts {
        match statement {
            Stmt::Item(syn::Item::Use(_)) => {}
            // `Ok::<(), Error>(())` ends every example.
            Stmt::Expr(Expr::Call(call), None) if is_ok(&call.func) => {}
            Stmt::Local(local) if speaker.remembers(local) => {}
            Stmt::Local(local) => lines.push(speaker.bound(local)?),
            Stmt::Macro(found) => lines.push(speaker.asserted(&found.mac)?),
            _ => return None,
        }
    }
    lines.iter().any(|line| matches!(line, Line::Equal(..))).then_some(lines)
}

fn is_ok(function: &Expr) -> bool {
    matches!(function, Expr::Path(path) if path.path.segments.first().is_some_and(|first| first.ident == "Ok"))
}

struct Speaker<'a> {
    book: Book<'a>,
    style: Style,
    /// The classes of the names so far.
    bound: BTreeMap<String, Option<String>>,
    /// Options and specifications that have a name: other languages say them in the call.
    options: BTreeMap<String, Expr>,
}

impl Speaker<'_> {
    fn python(&self) -> bool {
        self.style == Style::Python
    }

    /// Keeps options for the call that they are for; false where the value is anything else.
    fn remembers(&mut self, local: &syn::Local) -> bool {
        let (Pat::Ident(pattern), Some(init)) = (&local.pat, &local.init) else { return false };
        let is_options = made_of(&init.expr)
            .is_some_and(|class| ["Design", "SummarySpec"].contains(&class.as_str()) || class.ends_with("Options"));
        if is_options {
            self.options.insert(pattern.ident.to_string(), (*init.expr).clone());
        }
        is_options
    }

    /// Options that have a name, or the expression itself.
    fn meant<'e>(&'e self, expression: &'e Expr) -> &'e Expr {
        let Expr::Path(path) = expression else { return expression };
        path.path.get_ident().and_then(|name| self.options.get(&name.to_string())).unwrap_or(expression)
    }

    fn bound(&mut self, local: &syn::Local) -> Option<Line> {
        let name = match &local.pat {
            Pat::Ident(pattern) => pattern.ident.to_string(),
            _ => return None,
        };
        let value = self.said(&local.init.as_ref()?.expr)?;
        self.bound.insert(name.clone(), value.class);
        Some(Line::Bound(self.name(&name), value.text))
    }

    fn asserted(&self, found: &syn::Macro) -> Option<Line> {
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let given: Vec<Expr> = found.parse_body_with(parser).ok()?.into_iter().collect();
        match (found.path.get_ident()?.to_string().as_str(), given.as_slice()) {
            ("assert_eq", [left, right, ..]) => {
                let left = self.said(left)?;
                let right = self.said(right)?;
                let text = if left.tuple { tuple(&right.text) } else { right.text };
                Some(Line::Equal(left.text, text))
            }
            ("assert", [condition, ..]) => {
                let yes = if self.python() { "True" } else { "true" };
                Some(Line::Equal(self.said(condition)?.text, yes.to_owned()))
            }
            _ => None,
        }
    }

    /// An expression.
    fn said(&self, expression: &Expr) -> Option<Said> {
        match expression {
            Expr::Lit(literal) => self.literal(&literal.lit).map(Said::plain),
            Expr::Path(path) => self.path(path),
            Expr::Reference(inner) => self.said(&inner.expr),
            Expr::Try(inner) => self.said(&inner.expr),
            Expr::Paren(inner) => Some(Said::plain(format!("({})", self.said(&inner.expr)?.text))),
            Expr::Unary(inner) => {
                let mark = match inner.op {
                    UnOp::Neg(_) => "-",
                    UnOp::Not(_) if self.python() => "not ",
                    UnOp::Not(_) => "!",
                    _ => "",
                };
                Some(Said::plain(format!("{mark}{}", self.said(&inner.expr)?.text)))
            }
            Expr::Binary(inner) => {
                let operator = &inner.op;
                let operator = quote::quote!(#operator).to_string();
                let (left, right) = (self.said(&inner.left)?.text, self.said(&inner.right)?.text);
                Some(Said::plain(format!("{left} {operator} {right}")))
            }
            Expr::Array(inner) => self.list(inner.elems.iter()),
            Expr::Macro(inner) if inner.mac.path.is_ident("vec") => {
                let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
                self.list(inner.mac.parse_body_with(parser).ok()?.iter())
            }
            Expr::Call(call) => self.called(call),
            Expr::MethodCall(call) => self.method(call),
            Expr::Field(field) => {
                let syn::Member::Named(name) = &field.member else { return None };
                let text = format!("{}.{name}", self.said(&field.base)?.text);
                let tuple = self.python() && ["columns", "keys", "labels", "values"].iter().any(|list| name == list);
                Some(Said { text, class: None, tuple })
            }
            Expr::Index(index) => {
                Some(Said::plain(format!("{}[{}]", self.said(&index.expr)?.text, self.said(&index.index)?.text)))
            }
            _ => None,
        }
    }

    fn literal(&self, literal: &Lit) -> Option<String> {
        Some(match literal {
            Lit::Str(text) => format!("\"{}\"", text.value()),
            Lit::Bool(flag) if self.python() => if flag.value { "True" } else { "False" }.to_owned(),
            Lit::Bool(flag) => flag.value.to_string(),
            Lit::Int(number) => number.base10_digits().to_owned(),
            Lit::Float(number) if self.python() => number.base10_digits().to_owned(),
            Lit::Float(number) => number.base10_digits().trim_end_matches(".0").to_owned(),
            _ => return None,
        })
    }

    fn path(&self, path: &syn::ExprPath) -> Option<Said> {
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match names.as_slice() {
            [name] if name == "None" => Some(Said::plain(if self.python() { "None" } else { "null" }.to_owned())),
            [name] => {
                let class = self.bound.get(name)?.clone();
                Some(Said { text: self.name(name), class, tuple: false })
            }
            [set, variant] => {
                let word = self.book.source.word(set, variant)?;
                Some(Said::plain(format!("\"{word}\"")))
            }
            _ => None,
        }
    }

    fn list<'e>(&self, elements: impl Iterator<Item = &'e Expr>) -> Option<Said> {
        let said: Option<Vec<String>> = elements.map(|element| Some(self.said(element)?.text)).collect();
        Some(Said::plain(format!("[{}]", said?.join(", "))))
    }

    fn called(&self, call: &syn::ExprCall) -> Option<Said> {
        let Expr::Path(path) = &*call.func else { return None };
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let given: Vec<&Expr> = call.args.iter().collect();
        match (names.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), given.as_slice()) {
            (["Some"], [inner]) => self.said(inner),
            (["Table", "new"], [columns]) => self.table(columns),
            // The constructor of surveys is by hand: the rows, and the design as options.
            (["Survey", "new"], [rows, design]) => {
                let rows = self.said(rows)?.text;
                let design = self.setters(design)?;
                let mark = if self.python() { "=" } else { ": " };
                let named: Vec<String> =
                    design.into_iter().map(|(name, value)| format!("{name}{mark}{value}")).collect();
                let named = match (named.is_empty(), self.python()) {
                    (true, _) => String::new(),
                    (false, true) => format!(", {}", named.join(", ")),
                    (false, false) => format!(", {{ {} }}", named.join(", ")),
                };
                let made = if self.python() { "cc.Survey" } else { "new Survey" };
                Some(Said { text: format!("{made}({rows}{named})"), class: Some("Survey".to_owned()), tuple: false })
            }
            (["Summary", "new"], [spec]) => {
                let text = self.summary(spec)?;
                Some(Said { text, class: Some("Summary".to_owned()), tuple: false })
            }
            ([class, name], _) => {
                let method = self.find(class, name)?;
                let prefix = if self.python() { "cc." } else { "" };
                Some(self.call(&format!("{prefix}{class}"), method, &given)?)
            }
            _ => None,
        }
    }

    /// A table of columns as a dict or an object.
    fn table(&self, columns: &Expr) -> Option<Said> {
        let Expr::Macro(found) = columns else { return None };
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let mut entries = Vec::new();
        for column in found.mac.parse_body_with(parser).ok()? {
            let Expr::Call(call) = column else { return None };
            let mut given = call.args.iter();
            let name = self.said(given.next()?)?.text;
            let name = if self.python() { name } else { bare(&name) };
            entries.push(format!("{name}: {}", self.said(given.next()?)?.text));
        }
        let text = entries.join(", ");
        Some(Said::plain(if self.python() { format!("{{{text}}}") } else { format!("{{ {text} }}") }))
    }

    fn method(&self, call: &syn::ExprMethodCall) -> Option<Said> {
        let on = self.said(&call.receiver)?;
        let name = call.method.to_string();
        let given: Vec<&Expr> = call.args.iter().collect();
        if let Some(method) = on.class.as_ref().and_then(|class| self.find(class, &name)) {
            return self.call(&on.text, method, &given);
        }
        if on.class.as_deref() == Some("Summary") {
            return self.of_summary(on, &name, &given);
        }
        match (name.as_str(), given.as_slice()) {
            // `["a", "b"].map(Some)` makes a column; the others hand over what is there.
            ("map" | "to_vec" | "to_owned" | "clone" | "iter" | "as_str" | "as_deref" | "unwrap_or", _) => Some(on),
            ("abs", []) if self.python() => Some(Said::plain(format!("abs{}", on.text))),
            ("abs", []) => Some(Said::plain(format!("Math.abs{}", on.text))),
            ("len", []) if self.python() => Some(Said::plain(format!("len({})", on.text))),
            ("len", []) => Some(Said::plain(format!("{}.length", on.text))),
            // A plain reading of a result: the same in every language but for how labels are given.
            ("value", [measure]) => Some(Said::plain(self.value(&on.text, &self.said(measure)?.text))),
            ("get", [labels, column]) => {
                let (labels, column) = (self.said(labels)?.text, self.said(column)?.text);
                Some(Said::plain(self.cell(&on.text, &labels, &column)))
            }
            _ => None,
        }
    }

    fn value(&self, on: &str, measure: &str) -> String {
        format!("{on}.value({measure})")
    }

    fn cell(&self, on: &str, labels: &str, column: &str) -> String {
        if self.python() {
            format!("{on}.get({}, column={column})", labels.trim_matches(['[', ']']))
        } else {
            format!("{on}.get({labels}, {column})")
        }
    }

    fn find(&self, class: &str, name: &str) -> Option<&Method> {
        let class = self.book.classes.iter().find(|known| known.name == class)?;
        class.methods.iter().find(|method| method.name == name)
    }

    /// A call with its arguments where the language wants them.
    fn call(&self, on: &str, method: &Method, given: &[&Expr]) -> Option<Said> {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for (passed, expression) in method.passed.iter().zip(given) {
            self.pass(passed, expression, &mut named)?;
        }
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for argument in &method.arguments {
            let Some(value) = named.get(&argument.name) else { continue };
            // In JavaScript the answers that count are an option, as the rest of a share is.
            let positional = argument.positional && (self.python() || argument.name != "values");
            match (positional, self.python()) {
                (true, _) => first.push(value.clone()),
                (false, true) => later.push(format!("{}={value}", argument.name)),
                (false, false) => later.push(format!("{}: {value}", argument.name)),
            }
        }
        if !self.python() && !later.is_empty() {
            later = vec![format!("{{ {} }}", later.join(", "))];
        }
        let arguments = first.into_iter().chain(later).collect::<Vec<_>>().join(", ");
        let name = self.name(&method.name);
        let text = match method.kind {
            MethodKind::Property => format!("{on}.{name}"),
            _ => format!("{on}.{name}({arguments})"),
        };
        let tuple = self.python() && matches!(method.returns, Value::Texts | Value::Numbers);
        Some(Said { text, class: method.returns.object().cloned(), tuple })
    }

    fn pass(&self, passed: &Passed, expression: &Expr, named: &mut BTreeMap<String, String>) -> Option<()> {
        match passed {
            Passed::Object => {}
            Passed::Estimate(_) => {
                for (setter, value) in self.setters(expression)? {
                    named.insert(setter, value);
                }
            }
            Passed::Argument(name) => {
                named.insert(name.clone(), self.said(expression)?.text);
            }
            Passed::Seeded(times) => {
                for (setter, value) in self.setters(expression)? {
                    named.insert(if setter == "times" { times.clone() } else { setter }, value);
                }
            }
            Passed::Options { given, .. } => {
                let mut needed = given.iter();
                for (setter, value) in self.setters(expression)? {
                    let name = if setter == "new" { needed.next()?.clone() } else { setter };
                    named.insert(name, value);
                }
            }
        }
        Some(())
    }

    /// The calls of a chain `Options::new(a).b(c)`, `new` once for each of its arguments; none in `()`.
    fn setters(&self, expression: &Expr) -> Option<Vec<(String, String)>> {
        match self.meant(expression) {
            Expr::Tuple(none) if none.elems.is_empty() => Some(Vec::new()),
            Expr::Call(call) => {
                call.args.iter().map(|given| Some(("new".to_owned(), self.said(given)?.text))).collect()
            }
            Expr::MethodCall(call) => {
                let mut before = self.setters(&call.receiver)?;
                before.push((call.method.to_string(), self.said(call.args.first()?)?.text));
                Some(before)
            }
            _ => None,
        }
    }

    fn name(&self, name: &str) -> String {
        if self.python() { name.to_owned() } else { camel(name) }
    }
}

/// The type whose constructor opens a chain of calls.
fn made_of(chain: &Expr) -> Option<String> {
    match chain {
        Expr::Try(inner) => made_of(&inner.expr),
        Expr::MethodCall(call) => made_of(&call.receiver),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => path.path.segments.first().map(|first| first.ident.to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// The key of an object, without quotes where it needs none.
fn bare(name: &str) -> String {
    let inside = name.trim_matches('"');
    let plain = inside.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if plain { inside.to_owned() } else { name.to_owned() }
}

/// A list as a tuple.
fn tuple(list: &str) -> String {
    let inside = list.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(list);
    if inside.contains(", ") { format!("({inside})") } else { format!("({inside},)") }
}
