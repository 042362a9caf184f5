//! The hash of a document.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::{Error, FaultKind, Result};

/// SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of `value`.
pub(super) fn hash(value: &Value) -> Result<String> {
    let canonical = serde_json_canonicalizer::to_vec(value)
        .map_err(|error| Error::new(FaultKind::NotPossible, "", format!("no canonical JSON: {error}")))?;
    Ok(Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect())
}
