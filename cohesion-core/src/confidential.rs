//! What stays on the desk and what may leave it, in one shape.
//!
//! A [`Confidential`] content is the owner's own copy. [`Confidential::publish`] makes a [`Published`] one, of a type of
//! its own: what is never published has no place in it. Pages, files and pictures for others take the published type,
//! so that nothing else can be handed out by mistake.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use crate::error::{Error, FaultKind, Result};
use crate::json;

/// A content with a name, which its JSON carries in `kind`.
pub trait Document: Serialize + DeserializeOwned {
    /// The format of the document.
    const FORMAT: u32 = 2;
    /// What the document says it is.
    const KIND: &'static str;
    /// What errors call it.
    const NAME: &'static str;
    /// What who reads another kind of document is told.
    const OTHERWISE: &'static str;
}

/// A content from which another is made that may leave the desk.
///
/// Who implements it takes the confidential struct apart without `..` and names every field of the published one. A
/// field that is added later then stops the build until somebody has decided about it:
///
/// ```compile_fail,E0027
/// struct Own { figure: f64, answers: Vec<f64>, added_later: String }
/// struct Told { figure: f64 }
/// fn published(own: &Own) -> Told {
///     let Own { figure, answers: _ } = own;
///     Told { figure: *figure }
/// }
/// ```
pub trait Publish: Document {
    /// What may leave the desk.
    type Published: Document;

    /// Decides about every field.
    fn published(&self) -> Self::Published;
}

/// The owner's own copy: as confidential as the answers and records it was made from.
///
/// It reads as its content; what leaves the desk is made from [`Confidential::publish`]. No renderer of reports takes a
/// confidential evaluation:
///
/// ```compile_fail,E0308
/// use cohesion_core::{Evaluation, Language, ReportAudience, report};
/// fn page(evaluation: &Evaluation) -> String {
///     report::html(evaluation, Language::En, ReportAudience::Residents)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Confidential<C> {
    content: C,
}

/// What may leave the desk. It comes from [`Confidential::publish`] or from its own JSON, and from nowhere else.
///
/// What is never published cannot be asked for:
///
/// ```compile_fail,E0609
/// fn named(review: &cohesion_core::PublishedReview) -> usize {
///     review.content().conflicts.rows.len()
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Published<P> {
    content: P,
}

impl<C: Publish> Confidential<C> {
    pub(crate) fn new(content: C) -> Self {
        Self { content }
    }

    /// Everything, as plain data.
    ///
    /// ```
    /// use cohesion_core::{EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
    /// assert_eq!(evaluation.content().indicators[8].id, "satisfied_streets");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn content(&self) -> &C {
        &self.content
    }

    /// What may leave the desk.
    ///
    /// ```
    /// use cohesion_core::{EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
    /// assert_eq!(evaluation.publish().content().indicators.len(), evaluation.content().indicators.len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn publish(&self) -> Published<C::Published> {
        Published { content: self.content.published() }
    }

    /// The owner's copy as JSON, the same bytes in every language. It says of itself that it is confidential.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
    /// assert!(review.to_json().starts_with("{\"format\":2,\"kind\":\"confidential_review\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Confidential::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON, [`FaultKind::Inconsistent`] for another kind of document,
    /// such as what was published of this one.
    ///
    /// ```
    /// use cohesion_core::{Evaluation, EvaluationOptions, Plan, read_csv};
    /// let plan = Plan::read("examples/somerville.toml")?;
    /// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
    /// let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
    /// assert_eq!(Evaluation::from_json(&evaluation.to_json())?, evaluation);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        read(text).map(Self::new)
    }
}

impl<P: Document> Published<P> {
    /// Everything, as plain data.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let published = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?.publish();
    /// assert_eq!(published.content().responsibilities.roles.len(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn content(&self) -> &P {
        &self.content
    }

    /// What may leave the desk as JSON, the same bytes in every language.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let published = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?.publish();
    /// assert!(published.to_json().contains("\"kind\":\"published_review\""));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Published::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON, [`FaultKind::Inconsistent`] for another kind of document,
    /// such as the confidential one.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, PublishedReview, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
    /// let published = review.publish();
    /// assert_eq!(PublishedReview::from_json(&published.to_json())?, published);
    /// // The owner's copy is refused: nothing else can be handed out by mistake.
    /// assert!(PublishedReview::from_json(&review.to_json()).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        read(text).map(|content| Self { content })
    }
}

/// The document of a text, if it is of the right kind.
fn read<D: Document>(text: &str) -> Result<D> {
    let value = json::parsed(text, D::NAME)?;
    match value.get("kind").and_then(Value::as_str) {
        Some(kind) if kind == D::KIND => json::read_value(&value, D::NAME),
        Some(_) => Err(Error::new(FaultKind::Inconsistent, "kind", D::OTHERWISE)),
        None => Err(json::syntax(D::NAME, "the document does not say what `kind` it is")),
    }
}

/// A document as it is written: format and kind before the content.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Written<'c, D> {
    format: u32,
    kind: &'static str,
    #[serde(flatten)]
    content: &'c D,
}

macro_rules! sealed {
    ($type:ident) => {
        impl<D: Document> Deref for $type<D> {
            type Target = D;

            fn deref(&self) -> &D {
                &self.content
            }
        }

        impl<D: Document> Serialize for $type<D> {
            fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                Written { format: D::FORMAT, kind: D::KIND, content: &self.content }.serialize(serializer)
            }
        }

        #[cfg(feature = "schema")]
        impl<D: Document + schemars::JsonSchema> schemars::JsonSchema for $type<D> {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                format!("{}{}", stringify!($type), D::schema_name()).into()
            }

            fn json_schema(schemas: &mut schemars::SchemaGenerator) -> schemars::Schema {
                Written::<D>::json_schema(schemas)
            }
        }

        impl<'de, D: Document> Deserialize<'de> for $type<D> {
            fn deserialize<R: Deserializer<'de>>(reader: R) -> std::result::Result<Self, R::Error> {
                let value = Value::deserialize(reader)?;
                if value.get("kind").and_then(Value::as_str) != Some(D::KIND) {
                    return Err(de::Error::custom(D::OTHERWISE));
                }
                let content = json::read_value(&value, D::NAME).map_err(de::Error::custom)?;
                Ok(Self { content })
            }
        }
    };
}
sealed!(Confidential);
sealed!(Published);
