//! How a number was made: formula, source, inputs, assumptions, and the call of R that gives the same.

use serde::{Deserialize, Serialize};

use super::{Comparisons, Estimate, Estimates, IntervalMethod, Provenance, Regression, SmallAreas, Statistic, Test};
use crate::message::Language;

/// One step of a number: the figure, its error, its interval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedStep {
    /// What is computed, in the reader's language.
    pub what: String,
    /// How, with w for weights, y for answers and n for their number.
    pub formula: String,
    /// Where the formula comes from.
    pub source: String,
}

/// How a number was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The figure, its error and its interval.
    pub steps: Vec<ExplainedStep>,
    /// Columns, values, groups and design.
    pub inputs: Vec<String>,
    /// What has to hold for the number to mean what it says, in the reader's language.
    pub assumptions: Vec<String>,
    /// The call of R's package `survey` that gives the same number, over a data frame `d` with the same columns; `None`
    /// where there is none.
    pub r_call: Option<String>,
    /// All of it as lines of text in the reader's language.
    pub text: String,
}

impl Explanation {
    /// Of a result without a formula to show: how it was made, in one sentence.
    pub(crate) fn described(method: &str, r_call: Option<String>, language: Language) -> Self {
        let inputs = std::iter::once(method).filter(|method| !method.is_empty()).map(str::to_owned).collect();
        About::new(language, &Provenance { r_call, ..Provenance::default() }, inputs).done()
    }
}

impl Estimates {
    /// How these figures were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// let call = "svymean(~trust, subset(svydesign(ids = ~1, data = d), !is.na(trust)))";
    /// assert_eq!(mean.explain(Language::En).r_call.as_deref(), Some(call));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let first = self.rows.iter().map(|row| &row.estimate).find(|estimate| estimate.interval.is_some());
        let first = first.or_else(|| self.rows.first().map(|row| &row.estimate));
        let mut inputs = vec![self.variable.clone()];
        if !self.values.is_empty() {
            inputs.push(format!("= {}", self.values.join(", ")));
        }
        inputs.extend(self.keys.iter().cloned());
        let mut of = About::new(language, &self.provenance, inputs);
        of.figure(self.statistic);
        of.estimate(first);
        of.done()
    }
}

impl Comparisons {
    /// How these differences were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let told = trust.differences()?.explain(Language::En);
    /// assert!(told.steps.iter().any(|step| step.source == "Benjamini and Hochberg 1995"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let provenance = Provenance { r_call: None, ..self.provenance.clone() };
        let mut of = About::new(language, &provenance, self.keys.clone());
        of.figure(Statistic::Difference);
        of.estimate(self.rows.first().map(|row| &row.estimate));
        of.step(Word::Adjusted, "p_(k) m / k, never above the next", "Benjamini and Hochberg 1995");
        of.done()
    }
}

impl Test {
    /// How this test was made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
    /// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
    /// assert_eq!(test.explain(Language::En).steps[0].formula, "t = estimate / SE, against Student's t");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let inputs = self.variables.iter().chain(&self.groups).cloned().collect();
        let mut of = About::new(language, &self.provenance, inputs);
        let (formula, source) = match self.name.as_str() {
            "t" | "t_one_sample" | "t_paired" | "contrast" => {
                ("t = estimate / SE, against Student's t", "Student 1908; Lumley 2010, section 2.4")
            }
            "wald_f" | "adjusted_wald_f" => ("F = b' V^-1 b / k", "Koch, Freeman and Freeman 1975; Wald 1943"),
            "rao_scott_f" | "rao_scott_chi_square" | "rao_scott_saddlepoint" => (
                "X2 = n sum (p_ij - p_i. p_.j)^2 / (p_i. p_.j), by its design effects",
                "Rao and Scott 1984; Lumley 2010",
            ),
            _ => ("the regression of scores of the estimated ranks on the groups", "Lumley and Scott 2013"),
        };
        of.step(Word::Test, formula, source);
        of.method(&self.method);
        of.estimate(self.estimate.as_ref());
        of.done()
    }
}

impl Regression {
    /// How these terms were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// assert_eq!(fit.explain(Language::En).inputs[..2], ["trust", "area"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let columns = self.terms.iter().filter_map(|term| term.variable.clone());
        let mut inputs: Vec<String> = std::iter::once(self.variable.clone()).chain(columns).collect();
        inputs.dedup();
        let mut of = About::new(language, &self.provenance, inputs);
        of.figure(Statistic::Coefficient);
        of.method(&self.method);
        of.estimate(self.terms.first().map(|term| &term.estimate));
        of.done()
    }
}

impl SmallAreas {
    /// How these figures were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert!(areas.explain(Language::En).text.contains("Fay and Herriot 1979"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let columns = self.terms.iter().filter_map(|term| term.variable.clone());
        let inputs = std::iter::once(self.variable.clone()).chain([self.key.clone()]).chain(columns).collect();
        let mut of = About::new(language, &self.provenance, inputs);
        of.step(
            Word::Figure,
            "g y + (1 - g) x'b, g = s / (s + v)",
            "Fay and Herriot 1979; Rao and Molina 2015, chapter 6",
        );
        of.step(
            Word::Variance,
            "s by restricted maximum likelihood",
            "Patterson and Thompson 1971; Datta and Lahiri 2000",
        );
        of.step(Word::Error, "sqrt(g1 + g2 + 2 g3)", "Prasad and Rao 1990; Datta and Lahiri 2000");
        if self.benchmark.is_some() {
            of.step(
                Word::Benchmark,
                "the figures of all areas together = the figure of the whole",
                "Steorts and Ghosh 2013",
            );
        }
        of.method(&self.method);
        of.interval(
            self.areas.first().and_then(|area| area.estimate.interval.as_ref()).map(|interval| interval.method),
        );
        of.assume(Word::AreasAlike);
        of.assume(Word::KnownCovariates);
        of.done()
    }
}

/// The explanation as it grows.
struct About {
    language: Language,
    made: Explanation,
}

impl About {
    fn new(language: Language, provenance: &Provenance, inputs: Vec<String>) -> Self {
        let made = Explanation {
            steps: Vec::new(),
            inputs,
            assumptions: Vec::new(),
            r_call: provenance.r_call.clone(),
            text: String::new(),
        };
        Self { language, made }
    }

    fn step(&mut self, what: Word, formula: &str, source: &str) {
        let what = what.said(self.language).to_owned();
        self.made.steps.push(ExplainedStep { what, formula: formula.to_owned(), source: source.to_owned() });
    }

    fn assume(&mut self, word: Word) {
        let said = word.said(self.language).to_owned();
        if !self.made.assumptions.contains(&said) {
            self.made.assumptions.push(said);
        }
    }

    fn figure(&mut self, statistic: Statistic) {
        let about = statistic.about();
        self.step(Word::Figure, about.formula, about.source);
        match statistic {
            Statistic::Coefficient => self.assume(Word::NoEffect),
            Statistic::Alpha => self.assume(Word::OneThing),
            _ => {}
        }
    }

    /// Error and interval of a figure, and what its design assumes.
    fn estimate(&mut self, estimate: Option<&Estimate>) {
        let Some(estimate) = estimate else { return };
        if !self.made.inputs.contains(&estimate.method) {
            self.method(&estimate.method);
        }
        if estimate.se.is_some() {
            let (formula, source) = if estimate.method.contains("replicate") || estimate.method.contains("rscale") {
                ("V = scale sum_r rscale_r (figure_r - centre)^2, SE = sqrt(V)", "Wolter 2007; Rao, Wu and Yue 1992")
            } else if estimate.method.contains("Woodruff") {
                ("SE = (high - low) / (2 t)", "Woodruff 1952")
            } else {
                (
                    "V = sum_h (1 - f_h) n_h / (n_h - 1) sum_i (z_hi - mean z_h)^2, z = w times the linearised value, \
                     summed by cluster; later stages likewise; SE = sqrt(V)",
                    "Binder 1983; Särndal, Swensson and Wretman 1992, sections 4.3 and 5.5",
                )
            };
            self.step(Word::Error, formula, source);
        }
        self.interval(estimate.interval.as_ref().map(|interval| interval.method));
    }

    fn interval(&mut self, method: Option<IntervalMethod>) {
        let (formula, source) = match method {
            None => return,
            Some(IntervalMethod::T) => ("figure +- t SE", "Student 1908"),
            Some(IntervalMethod::Logit) => ("logit(p) +- t SE / (p (1 - p)), turned back", "Korn and Graubard 1999"),
            Some(IntervalMethod::KornGraubard) => {
                ("Clopper-Pearson with min(n, p (1 - p) / V) answers, adjusted for df", "Korn and Graubard 1998")
            }
            Some(IntervalMethod::Beta) => {
                ("Clopper-Pearson with p (1 - p) / V answers, adjusted for df", "Korn and Graubard 1998")
            }
            Some(IntervalMethod::Wilson) => ("(p - x)^2 m <= t^2 x (1 - x), m = p (1 - p) / V", "Wilson 1927"),
            Some(IntervalMethod::Likelihood) => ("likelihood ratio by the design effect <= t^2", "Rao and Scott 1984"),
            Some(IntervalMethod::Arcsine) => {
                ("asin(sqrt(p)) +- t SE / (2 sqrt(p (1 - p))), turned back", "Anscombe 1948")
            }
            Some(IntervalMethod::FisherZ) => ("atanh(r) +- t SE / (1 - r^2), turned back", "Fisher 1921"),
            Some(IntervalMethod::Woodruff) => ("the quantiles at the ends of the interval of p", "Woodruff 1952"),
            Some(IntervalMethod::Bonett) => ("log(1 - alpha) +- t SE / (1 - alpha), turned back", "Bonett 2002"),
            Some(IntervalMethod::ShroutFleiss) => (
                "(F / F(1 - a/2) - 1) / (F / F(1 - a/2) + n0 - 1), and with the degrees of freedom swapped",
                "Shrout and Fleiss 1979",
            ),
            Some(IntervalMethod::Feldt) => ("1 - (1 - alpha) F((n - 1), (n - 1) (k - 1))", "Feldt 1965"),
        };
        self.step(Word::Interval, formula, source);
    }

    /// What was done, and what the design assumes.
    fn method(&mut self, method: &str) {
        self.made.inputs.push(method.to_owned());
        let simple = method.contains("simple random sample");
        self.assume(if simple { Word::EqualChances } else { Word::SamplingWeights });
        self.assume(Word::AnsweredSpeak);
        if !method.contains("fpc ") {
            self.assume(Word::WithReplacement);
        }
    }

    fn done(mut self) -> Explanation {
        let mut lines = Vec::new();
        for step in &self.made.steps {
            lines.push(format!("{}: {} ({})", step.what, step.formula, step.source));
        }
        let list = |word: Word, items: &[String]| format!("{}: {}", word.said(self.language), items.join("; "));
        if !self.made.inputs.is_empty() {
            lines.push(list(Word::Inputs, &self.made.inputs));
        }
        lines.extend(self.made.assumptions.iter().map(|said| format!("- {said}")));
        let call = self.made.r_call.clone();
        lines.push(call.map_or_else(|| Word::NoCall.said(self.language).to_owned(), |call| format!("R: {call}")));
        self.made.text = lines.join("\n") + "\n";
        self.made
    }
}

/// What an explanation says in words.
#[derive(Clone, Copy)]
enum Word {
    Figure,
    Error,
    Interval,
    Test,
    Variance,
    Benchmark,
    Adjusted,
    Inputs,
    NoCall,
    EqualChances,
    SamplingWeights,
    AnsweredSpeak,
    WithReplacement,
    NoEffect,
    OneThing,
    AreasAlike,
    KnownCovariates,
}

impl Word {
    fn said(self, language: Language) -> &'static str {
        let (en, fr, nl) = match self {
            Self::Figure => ("Figure", "Chiffre", "Cijfer"),
            Self::Error => ("Standard error", "Erreur type", "Standaardfout"),
            Self::Interval => ("Interval", "Intervalle", "Interval"),
            Self::Test => ("Test", "Test", "Toets"),
            Self::Variance => ("Variance between areas", "Variance entre zones", "Variantie tussen gebieden"),
            Self::Benchmark => ("Agreement with the whole", "Accord avec le tout", "Aansluiting op het geheel"),
            Self::Adjusted => ("Adjusted p", "p ajusté", "Aangepaste p"),
            Self::Inputs => ("Made from", "Établi à partir de", "Gemaakt uit"),
            Self::NoCall => (
                "R: no call of the package survey gives the same number.",
                "R : aucun appel du paquet survey ne donne le même nombre.",
                "R: geen aanroep van het pakket survey geeft hetzelfde getal.",
            ),
            Self::EqualChances => (
                "Everybody had the same chance to be drawn.",
                "Chaque personne avait la même chance d’être tirée.",
                "Iedereen had dezelfde kans om getrokken te worden.",
            ),
            Self::SamplingWeights => (
                "Weights are the inverse of the chance to be drawn, or calibrated to it.",
                "Les poids sont l’inverse de la probabilité de tirage, ou calés à partir d’elle.",
                "Gewichten zijn het omgekeerde van de trekkingskans, of daarop gekalibreerd.",
            ),
            Self::AnsweredSpeak => (
                "Those who answered speak for those of their group who did not.",
                "Les personnes qui ont répondu valent pour celles de leur groupe qui n’ont pas répondu.",
                "Wie antwoordde spreekt voor wie in dezelfde groep niet antwoordde.",
            ),
            Self::WithReplacement => (
                "No population size was given: the sample counts as a small part of the population, and errors are too large rather than too small.",
                "Aucune taille de population n’a été donnée : l’échantillon compte comme une petite part de la population, et les erreurs sont plutôt trop grandes que trop petites.",
                "Er is geen populatieomvang opgegeven: de steekproef telt als een klein deel van de bevolking, en fouten zijn eerder te groot dan te klein.",
            ),
            Self::NoEffect => (
                "A coefficient says what goes together, not what causes what.",
                "Un coefficient dit ce qui va ensemble, non ce qui cause quoi.",
                "Een coëfficiënt zegt wat samengaat, niet wat waardoor komt.",
            ),
            Self::OneThing => (
                "The items measure one thing, each as well as the others.",
                "Les questions mesurent une même chose, chacune aussi bien que les autres.",
                "De items meten één ding, elk even goed als de andere.",
            ),
            Self::AreasAlike => (
                "Areas with the same covariates differ by chance alone, normally distributed and with the same variance everywhere.",
                "Les zones ayant les mêmes covariables ne diffèrent que par le hasard, selon une loi normale de même variance partout.",
                "Gebieden met dezelfde covariaten verschillen alleen door toeval, normaal verdeeld en overal met dezelfde variantie.",
            ),
            Self::KnownCovariates => (
                "Covariates and sampling variances are known without error, and the areas’ own figures are independent.",
                "Les covariables et les variances d’échantillonnage sont connues sans erreur, et les chiffres propres des zones sont indépendants.",
                "Covariaten en steekproefvarianties zijn zonder fout bekend, en de eigen cijfers van de gebieden zijn onafhankelijk.",
            ),
        };
        match language {
            Language::En => en,
            Language::Fr => fr,
            Language::Nl => nl,
        }
    }
}
