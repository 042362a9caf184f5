//! The call of R's package `survey` that gives the same number, over a data frame `d` with the same columns.
//!
//! Where R has no such call - strata that were collapsed, bootstrap replicates, whose draws are ours - there is none.

use crate::estimate::{ChiSquareStatistic, Family, RankScore, Statistic};
use crate::estimation::measure::{Filter, Measure};
use crate::estimation::options::{EstimateOptions, QuantileRule};
use crate::sampling::replicates::factors::RReplicates;
use crate::sampling::{Design, SingleUnit};

/// A name as R reads it: in backticks where it is no plain one.
fn name(column: &str) -> String {
    let plain = |place: usize, letter: char| {
        letter.is_ascii_alphabetic() || (place > 0 && (letter.is_ascii_digit() || "._".contains(letter)))
    };
    if !column.is_empty() && column.chars().enumerate().all(|(place, letter)| plain(place, letter)) {
        return column.to_owned();
    }
    format!("`{}`", column.replace('\\', "\\\\").replace('`', "\\`"))
}

/// A text as R reads it.
fn text(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

fn texts(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| text(value)).collect();
    format!("c({})", quoted.join(", "))
}

fn terms(columns: &[String]) -> String {
    columns.iter().map(|column| name(column)).collect::<Vec<_>>().join(" + ")
}

/// A design as R makes it, restricted to the rows of a domain that answered.
pub(crate) struct RDesign {
    /// What has to be said before the call.
    before: String,
    made: String,
    /// The columns by which rows are sorted for half samples.
    order: Vec<String>,
}

impl RDesign {
    /// The design; `None` where R has none like it.
    pub fn of(design: &Design, within: &[Filter], answered: &[&str]) -> Option<Self> {
        // Adjusted weights need calls of their own before this one.
        if design.adjusted.is_some() {
            return None;
        }
        let before = match design.single {
            SingleUnit::Collapse => return None,
            SingleUnit::Refuse => String::new(),
            rule => format!("options(survey.lonely.psu = {}); ", text(rule.as_str())),
        };
        let mut made = match design.replicates {
            Some(_) => design.replicate_call()?,
            None => plain(design),
        };
        let mut conditions: Vec<String> =
            within.iter().map(|filter| format!("{} %in% {}", name(&filter.column), texts(&filter.values))).collect();
        conditions.extend(answered.iter().map(|column| format!("!is.na({})", name(column))));
        conditions.dedup();
        if !conditions.is_empty() {
            made = format!("subset({made}, {})", conditions.join(" & "));
        }
        let order = design.strata.iter().chain(design.clusters.first()).cloned().collect();
        Some(Self { before, made, order })
    }

    /// The same as replicates that R makes.
    pub fn replicated(mut self, replicates: &RReplicates) -> Self {
        if replicates.paired {
            let keys: Vec<String> =
                self.order.iter().map(|column| format!("as.character(d${})", name(column))).collect();
            let sorted = format!("data = d[order({}, method = \"radix\"), ])", keys.join(", "));
            self.made = self.made.replacen("data = d)", &sorted, 1);
        }
        self.made = format!("as.svrepdesign({}, {})", self.made, replicates.how);
        self
    }

    fn call(self, how: &str, formula: &str, more: &str) -> String {
        format!("{}{how}({formula}, {}{more})", self.before, self.made)
    }

    /// A statistic of a formula, by groups where there are some.
    fn grouped(self, how: &str, formula: &str, by: &[String], more: &str) -> String {
        if by.is_empty() {
            return self.call(how, formula, more);
        }
        let Self { before, made, .. } = self;
        format!("{before}svyby({formula}, ~{}, {made}, {how}{more}, covmat = TRUE)", terms(by))
    }

    /// Mean, share or total.
    pub fn figure(self, statistic: Statistic, measure: &Measure, options: &EstimateOptions) -> String {
        let how = if statistic == Statistic::Total { "svytotal" } else { "svymean" };
        let formula = if measure.is_share() {
            format!("~as.numeric({} %in% {})", name(&measure.variable), texts(&measure.values))
        } else {
            format!("~{}", name(&measure.variable))
        };
        self.grouped(how, &formula, &options.margin().by, "")
    }

    /// A correlation, from the matrix of variances and covariances, whose names R states only by place.
    pub fn correlation(self, x: &str, y: &str) -> String {
        format!(
            "{}local({{ v <- svyvar(~{} + {}, {}); svycontrast(structure(as.vector(v)[c(1, 2, 4)], names = c(\"xx\", \"xy\", \
             \"yy\"), var = attr(v, \"var\")[c(1, 2, 4), c(1, 2, 4)], class = \"svystat\"), quote(xy / sqrt(xx * yy))) }})",
            self.before,
            name(x),
            name(y),
            self.made
        )
    }

    /// The ratio of two totals.
    pub fn ratio(self, above: &str, below: &str, options: &EstimateOptions) -> String {
        let (above, below, by) = (name(above), name(below), options.margin().by);
        if by.is_empty() {
            return format!("{}svyratio(~{above}, ~{below}, {})", self.before, self.made);
        }
        let Self { before, made, .. } = self;
        format!("{before}svyby(~{above}, ~{}, {made}, svyratio, denominator = ~{below}, covmat = TRUE)", terms(&by))
    }

    /// The variance among the population.
    pub fn variance(self, variable: &str, options: &EstimateOptions) -> String {
        let Self { before, made, .. } = self;
        let (variable, by) = (name(variable), options.margin().by);
        if by.is_empty() {
            return format!("{before}svyvar(~{variable}, {made})");
        }
        format!("{before}svyby(~{variable}, ~{}, {made}, svyvar)", terms(&by))
    }

    /// Quantiles of a column.
    pub fn quantile(self, variable: &str, probabilities: &[f64], rule: QuantileRule, by: &[String]) -> String {
        let asked: Vec<String> = probabilities.iter().map(f64::to_string).collect();
        let more =
            format!(", quantiles = c({}), qrule = {}, interval.type = \"mean\"", asked.join(", "), text(rule.as_str()));
        let formula = format!("~{}", name(variable));
        if by.is_empty() {
            return self.call("svyquantile", &formula, &more);
        }
        format!("{}svyby({formula}, ~{}, {}, svyquantile{more})", self.before, terms(by), self.made)
    }

    /// Cronbach's alpha, of all rows or of each group of a column.
    pub fn alpha(self, items: &[String], by: Option<&String>) -> String {
        let formula = format!("~{}", terms(items));
        let Some(by) = by.map(|column| name(column)) else { return self.call("svycralpha", &formula, "") };
        format!(
            "{}sapply(sort(unique(as.character(d${by})), method = \"radix\"), function(g) svycralpha({formula}, subset({}, {by} \
             %in% g)))",
            self.before, self.made
        )
    }

    /// A regression.
    pub fn regression(
        self,
        variable: &str,
        on: &[String],
        categorical: &[String],
        family: Family,
        levels: bool,
    ) -> String {
        let term = |column: &String| {
            if categorical.contains(column) { format!("factor(as.character({}))", name(column)) } else { name(column) }
        };
        let right: Vec<String> = on.iter().map(term).collect();
        let right = if right.is_empty() { "1".to_owned() } else { right.join(" + ") };
        let left = if levels { format!("factor({})", name(variable)) } else { name(variable) };
        let family = match family {
            Family::Gaussian => "gaussian",
            Family::Binomial => "quasibinomial",
            Family::Poisson => "quasipoisson",
        };
        self.call("svyglm", &format!("{left} ~ {right}"), &format!(", family = {family}()"))
    }

    /// The t test of two groups.
    pub fn t_test(self, variable: &str, by: &str) -> String {
        self.call("svyttest", &format!("{} ~ factor({})", name(variable), name(by)), "")
    }

    /// The t test of one mean.
    pub fn one_sample(self, variables: &[&str], against: f64) -> String {
        let left = match variables {
            [after, before] => format!("I({} - {})", name(after), name(before)),
            _ => format!("I({} - {against})", variables.first().map(|only| name(only)).unwrap_or_default()),
        };
        self.call("svyttest", &format!("{left} ~ 0"), "")
    }

    /// The rank test of groups.
    pub fn rank_test(self, variable: &str, by: &str, score: RankScore) -> String {
        let test = match score {
            RankScore::Wilcoxon => "wilcoxon",
            RankScore::VanDerWaerden => "vanderWaerden",
            RankScore::Median => "median",
            RankScore::KruskalWallis => "KruskalWallis",
        };
        self.call(
            "svyranktest",
            &format!("{} ~ factor({})", name(variable), name(by)),
            &format!(", test = {}", text(test)),
        )
    }

    /// The test of independence.
    pub fn chi_square(self, rows: &str, columns: &str, statistic: ChiSquareStatistic) -> String {
        let named = match statistic {
            ChiSquareStatistic::F => "F",
            ChiSquareStatistic::ChiSquare => "Chisq",
            ChiSquareStatistic::Wald => "Wald",
            ChiSquareStatistic::AdjustedWald => "adjWald",
            ChiSquareStatistic::Saddlepoint => "saddlepoint",
        };
        self.call(
            "svychisq",
            &format!("~{} + {}", name(rows), name(columns)),
            &format!(", statistic = {}", text(named)),
        )
    }
}

/// The design of weights, strata, clusters and population sizes.
fn plain(design: &Design) -> String {
    let ids = if design.clusters.is_empty() { "1".to_owned() } else { terms(&design.clusters) };
    let mut parts = vec![format!("ids = ~{ids}")];
    match design.strata.as_slice() {
        [] => {}
        [only] => parts.push(format!("strata = ~{}", name(only))),
        several => {
            let names: Vec<String> = several.iter().map(|column| name(column)).collect();
            parts.push(format!("strata = ~interaction({})", names.join(", ")));
        }
    }
    if let Some(weights) = &design.weights {
        parts.push(format!("weights = ~{}", name(weights)));
    }
    if !design.fpc.is_empty() {
        parts.push(format!("fpc = ~{}", terms(&design.fpc)));
    }
    if design.nested {
        parts.push("nest = TRUE".to_owned());
    }
    parts.push("data = d".to_owned());
    format!("svydesign({})", parts.join(", "))
}

impl Design {
    /// The design of replicate weights that came with the data.
    fn replicate_call(&self) -> Option<String> {
        let (columns, scale, rscales, mse) = self.replicates.as_ref()?.parts();
        let rscales: Vec<String> = match rscales {
            [] => columns.iter().map(|_| "1".to_owned()).collect(),
            given => given.iter().map(f64::to_string).collect(),
        };
        let weights = self.weights.as_ref().map(|column| format!("weights = ~{}, ", name(column))).unwrap_or_default();
        Some(format!(
            "svrepdesign({weights}repweights = d[, {}], type = \"other\", combined.weights = TRUE, scale = {scale}, \
             rscales = c({}), mse = {}, data = d)",
            texts(columns),
            rscales.join(", "),
            if mse { "TRUE" } else { "FALSE" }
        ))
    }
}
