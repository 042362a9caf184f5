//! How a number was made: formula, source, inputs, assumptions, and the call of R that gives the same.

use serde::{Deserialize, Serialize};

use super::{Estimate, IntervalMethod, Provenance, Statistic};
use crate::message::{Entry, Language, sentence};

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

/// The explanation as it grows.
pub(super) struct About {
    pub(super) language: Language,
    pub(super) made: Explanation,
}

impl About {
    pub(super) fn new(language: Language, provenance: &Provenance, inputs: Vec<String>) -> Self {
        let made = Explanation {
            steps: Vec::new(),
            inputs,
            assumptions: Vec::new(),
            r_call: provenance.r_call.clone(),
            text: String::new(),
        };
        Self { language, made }
    }

    pub(super) fn step(&mut self, what: &'static Entry, formula: &str, source: &str) {
        let what = what.said(self.language).to_owned();
        self.made.steps.push(ExplainedStep { what, formula: formula.to_owned(), source: source.to_owned() });
    }

    pub(super) fn assume(&mut self, word: &'static Entry) {
        let said = word.said(self.language).to_owned();
        if !self.made.assumptions.contains(&said) {
            self.made.assumptions.push(said);
        }
    }

    pub(super) fn figure(&mut self, statistic: Statistic) {
        let about = statistic.about();
        self.step(&said::FIGURE, about.formula, about.source);
        match statistic {
            Statistic::Coefficient => self.assume(&said::NO_EFFECT),
            Statistic::Alpha => self.assume(&said::ONE_THING),
            _ => {}
        }
    }

    /// Error and interval of a figure, and what its design assumes.
    pub(super) fn estimate(&mut self, estimate: Option<&Estimate>) {
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
            self.step(&said::ERROR, formula, source);
        }
        self.interval(estimate.interval.as_ref().map(|interval| interval.method));
    }

    pub(super) fn interval(&mut self, method: Option<IntervalMethod>) {
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
        self.step(&said::INTERVAL, formula, source);
    }

    /// What was done, and what the design assumes.
    pub(super) fn method(&mut self, method: &str) {
        self.made.inputs.push(method.to_owned());
        let simple = method.contains("simple random sample");
        self.assume(if simple { &said::EQUAL_CHANCES } else { &said::SAMPLING_WEIGHTS });
        self.assume(&said::ANSWERED_SPEAK);
        if !method.contains("fpc ") {
            self.assume(&said::WITH_REPLACEMENT);
        }
    }

    pub(super) fn done(mut self) -> Explanation {
        let mut lines = Vec::new();
        for step in &self.made.steps {
            let how = format!("{} ({})", step.formula, step.source);
            lines.push(sentence::labelled(&step.what, how, self.language));
        }
        let list = |word: &'static Entry, items: &[String]| {
            sentence::labelled(word.said(self.language), items.join("; "), self.language)
        };
        if !self.made.inputs.is_empty() {
            lines.push(list(&said::INPUTS, &self.made.inputs));
        }
        lines.extend(self.made.assumptions.iter().map(|said| format!("- {said}")));
        let call = self.made.r_call.clone();
        lines.push(call.map_or_else(|| said::NO_CALL.said(self.language).to_owned(), |call| format!("R: {call}")));
        self.made.text = lines.join("\n") + "\n";
        self.made
    }
}

/// What an explanation says in words.
pub(crate) mod said {
    use crate::message::texts;

    texts! {
        word figure { en "Figure", fr "Chiffre", nl "Cijfer" }
        word error { en "Standard error", fr "Erreur type", nl "Standaardfout" }
        word interval { en "Interval", fr "Intervalle", nl "Interval" }
        word test { en "Test", fr "Test", nl "Toets" }
        word variance { en "Variance between areas", fr "Variance entre zones", nl "Variantie tussen gebieden" }
        word benchmark { en "Agreement with the whole", fr "Accord avec le tout", nl "Aansluiting op het geheel" }
        word adjusted { en "Adjusted p", fr "p ajusté", nl "Aangepaste p" }
        word inputs { en "Made from", fr "Établi à partir de", nl "Gemaakt uit" }
        word no_call {
            en "R: no call of the package survey gives the same number.",
            fr "R : aucun appel du paquet survey ne donne le même nombre.",
            nl "R: geen aanroep van het pakket survey geeft hetzelfde getal.",
        }
        word equal_chances {
            en "Everybody had the same chance to be drawn.",
            fr "Chaque personne avait la même chance d’être tirée.",
            nl "Iedereen had dezelfde kans om getrokken te worden.",
        }
        word sampling_weights {
            en "Weights are the inverse of the chance to be drawn, or calibrated to it.",
            fr "Les poids sont l’inverse de la probabilité de tirage, ou calés à partir d’elle.",
            nl "Gewichten zijn het omgekeerde van de trekkingskans, of daarop gekalibreerd.",
        }
        word answered_speak {
            en "Those who answered speak for those of their group who did not.",
            fr "Les personnes qui ont répondu valent pour celles de leur groupe qui n’ont pas répondu.",
            nl "Wie antwoordde spreekt voor wie in dezelfde groep niet antwoordde.",
        }
        word with_replacement {
            en "No population size was given: the sample counts as a small part of the population, and errors are too large rather than too small.",
            fr "Aucune taille de population n’a été donnée : l’échantillon compte comme une petite part de la population, et les erreurs sont plutôt trop grandes que trop petites.",
            nl "Er is geen populatieomvang opgegeven: de steekproef telt als een klein deel van de bevolking, en fouten zijn eerder te groot dan te klein.",
        }
        word no_effect {
            en "A coefficient says what goes together, not what causes what.",
            fr "Un coefficient dit ce qui va ensemble, non ce qui cause quoi.",
            nl "Een coëfficiënt zegt wat samengaat, niet wat waardoor komt.",
        }
        word one_thing {
            en "The items measure one thing, each as well as the others.",
            fr "Les questions mesurent une même chose, chacune aussi bien que les autres.",
            nl "De items meten één ding, elk even goed als de andere.",
        }
        word areas_alike {
            en "Areas with the same covariates differ by chance alone, normally distributed and with the same variance everywhere.",
            fr "Les zones ayant les mêmes covariables ne diffèrent que par le hasard, selon une loi normale de même variance partout.",
            nl "Gebieden met dezelfde covariaten verschillen alleen door toeval, normaal verdeeld en overal met dezelfde variantie.",
        }
        word known_covariates {
            en "Covariates and sampling variances are known without error, and the areas’ own figures are independent.",
            fr "Les covariables et les variances d’échantillonnage sont connues sans erreur, et les chiffres propres des zones sont indépendants.",
            nl "Covariaten en steekproefvarianties zijn zonder fout bekend, en de eigen cijfers van de gebieden zijn onafhankelijk.",
        }
    }
}
