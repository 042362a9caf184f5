//! Summaries in examples: their constructors are by hand, so what a specification asks is said here once more.

use std::collections::BTreeMap;

use syn::Expr;

use super::{Said, Speaker, bare};

/// What a specification asks, by the names of the options.
#[derive(Debug, Default)]
struct Asked {
    design: Vec<(String, String)>,
    /// Lists by option; a pair or a crossing is one element.
    lists: BTreeMap<&'static str, Vec<String>>,
    /// Columns and the values that count.
    shares: Vec<(String, String)>,
    /// Figures by name, and their columns.
    figures: Vec<(String, String)>,
}

impl Asked {
    fn add(&mut self, option: &'static str, value: String) {
        self.lists.entry(option).or_default().push(value);
    }
}

impl Speaker<'_> {
    /// A call of a summary that no verb is.
    pub(super) fn of_summary(&self, on: Said, name: &str, given: &[&Expr]) -> Option<Said> {
        let text = match (name, given) {
            ("add", [rows]) => format!("{}.add({})", on.text, self.said(rows)?.text),
            ("merge", [other]) if self.python() => {
                format!("cc.Summary.merge([{}, {}])", on.text, self.said(other)?.text)
            }
            ("merge", [other]) => format!("{}.merge({})", on.text, self.said(other)?.text),
            ("clone", []) => return Some(on),
            ("rows", []) => return Some(Said::plain(format!("{}.rows", on.text))),
            _ => return None,
        };
        Some(Said { text, ..on })
    }

    /// The constructor of a summary.
    pub(super) fn summary(&self, spec: &Expr) -> Option<String> {
        let mut asked = Asked::default();
        self.ask(spec, &mut asked)?;
        if !self.python() {
            return Some(format!("new Summary({})", self.options(asked)));
        }
        let means = asked.lists.remove("measures").map(|columns| one_or_list(&columns));
        let mut arguments: Vec<String> = means.into_iter().collect();
        arguments.extend(asked.design.iter().map(|(name, value)| format!("{name}={value}")));
        arguments.extend(asked.lists.iter().map(|(name, values)| format!("{name}={}", one_or_list(values))));
        for (name, entries) in [("shares", &asked.shares), ("figures", &asked.figures)] {
            if !entries.is_empty() {
                arguments.push(format!("{name}={}", entries_of(entries)));
            }
        }
        Some(format!("cc.Summary({})", arguments.join(", ")))
    }

    /// The options as an object.
    fn options(&self, mut asked: Asked) -> String {
        for (variable, values) in std::mem::take(&mut asked.shares) {
            asked.add("measures", format!("{{ variable: {variable}, values: {values} }}"));
        }
        let mut options: Vec<String> = asked.design.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        options.extend(asked.lists.iter().map(|(name, values)| format!("{name}: [{}]", values.join(", "))));
        if !asked.figures.is_empty() {
            let figures: Vec<String> =
                asked.figures.iter().map(|(name, columns)| format!("{}: {columns}", bare(name))).collect();
            options.push(format!("figures: {{ {} }}", figures.join(", ")));
        }
        format!("{{ {} }}", options.join(", "))
    }

    /// Takes in a chain `SummarySpec::new(design).ratio(a, b)`.
    fn ask(&self, spec: &Expr, asked: &mut Asked) -> Option<()> {
        let call = match self.meant(spec) {
            Expr::Try(inner) => return self.ask(&inner.expr, asked),
            Expr::Call(made) => {
                asked.design = self.setters(made.args.first()?)?;
                return Some(());
            }
            Expr::MethodCall(call) => call,
            _ => return None,
        };
        self.ask(&call.receiver, asked)?;
        let given: Vec<&Expr> = call.args.iter().collect();
        match (call.method.to_string().as_str(), given.as_slice()) {
            ("measures", [Expr::Array(measures)]) => {
                for measure in &measures.elems {
                    self.measure(measure, asked)?;
                }
            }
            ("margin", [margin]) => {
                let Expr::Call(by) = margin else { return None };
                asked.add("by", self.said(by.args.first()?)?.text);
            }
            ("items", [items, _]) => asked.add("items", self.said(items)?.text),
            ("ratio", [x, y]) => asked.add("ratios", self.pair(x, y)?),
            ("correlation", [x, y]) => asked.add("correlations", self.pair(x, y)?),
            ("variance", [column]) => asked.add("variances", self.said(column)?.text),
            ("figure", [name, columns]) => {
                asked.figures.push((self.said(name)?.text, self.said(columns)?.text));
            }
            _ => return None,
        }
        Some(())
    }

    /// `Measure::mean("x")` or `Measure::share("x", ["yes"])`.
    fn measure(&self, measure: &Expr, asked: &mut Asked) -> Option<()> {
        let Expr::Call(call) = measure else { return None };
        let mut given = call.args.iter();
        let column = self.said(given.next()?)?.text;
        match given.next() {
            Some(values) => asked.shares.push((column, self.said(values)?.text)),
            None => asked.add("measures", column),
        }
        Some(())
    }

    fn pair(&self, x: &Expr, y: &Expr) -> Option<String> {
        let (x, y) = (self.said(x)?.text, self.said(y)?.text);
        Some(if self.python() { format!("({x}, {y})") } else { format!("[{x}, {y}]") })
    }
}

fn one_or_list(values: &[String]) -> String {
    match values {
        // One pair is a list of one, since it is two names itself.
        [only] if !only.starts_with('(') => only.clone(),
        _ => format!("[{}]", values.join(", ")),
    }
}

fn entries_of(entries: &[(String, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{{{}}}", entries.join(", "))
}
