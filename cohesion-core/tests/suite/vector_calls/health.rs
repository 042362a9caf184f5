//! `Plan.review` and `Review.publish`.

use std::collections::BTreeMap;
use std::path::Path;

use cohesion_core::{Error, Review, ReviewOptions};
use serde_json::Value;

pub const CALLS: [&str; 2] = ["Plan.review", "Review.publish"];

/// `data` holds the tables of the file.
pub fn call(name: &str, case: &Value, data: &Value, folder: &Path) -> Result<Value, Error> {
    let args = &case["args"];
    let before = args.get("previous").map(|before| review(before, data, folder, None)).transpose()?;
    let review = review(args, data, folder, before.as_ref())?;
    let kept = Review::from_json(&review.to_json()).unwrap();
    assert_eq!(kept, review);
    let text = if name == "Review.publish" { review.publish().to_json() } else { review.to_json() };
    Ok(serde_json::from_str(&text).unwrap())
}

fn review(args: &Value, data: &Value, folder: &Path, before: Option<&Review>) -> Result<Review, Error> {
    let table = |(name, key): (&String, &Value)| (name.clone(), super::table(&data[key.as_str().unwrap()], folder));
    let tables: BTreeMap<_, _> = args["tables"].as_object().unwrap().iter().map(table).collect();
    let options = ReviewOptions::new(args["as_of"].as_str().unwrap());
    let options = before.into_iter().fold(options, |options, before| options.previous(before));
    super::plan::plan(args, folder)?.review(&tables, options)
}
