//! Refusals of Discord: the body of an error response, and the meaning of its numeric code.

use serde::Deserialize;

use crate::reminders::Refusal;

/// A request that Discord refused: trying it again does not help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused with {status}, code {code}: {message}")]
pub struct RefusedRequest {
    /// The HTTP status.
    pub status: u16,
    /// Discord's numeric code, for logs and records.
    pub code: u64,
    /// Meaning of the code.
    pub reason: Refusal,
    /// Discord's message, with its details on single fields.
    pub message: String,
}

/// Body of an error response.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ErrorBody {
    code: u64,
    message: String,
    errors: Option<serde_json::Value>,
    /// Wait asked for by a rate limit, in seconds.
    pub retry_after: f64,
}

impl ErrorBody {
    pub fn refused(self, status: u16) -> RefusedRequest {
        let details = self.errors.map_or_else(String::new, |errors| format!(" {errors}"));
        RefusedRequest {
            status,
            code: self.code,
            reason: reason(self.code),
            message: format!("{}{details}", self.message),
        }
    }
}

/// Meaning of a numeric code, of those listed in Discord's "Opcodes and Status Codes" that the bot acts on or explains.
fn reason(code: u64) -> Refusal {
    match code {
        10_003 => Refusal::UnknownChannel,
        10_008 => Refusal::UnknownMessage,
        10_013 => Refusal::UnknownUser,
        10_070 => Refusal::UnknownEvent,
        30_038 => Refusal::TooManyEvents,
        30_046 => Refusal::TooManyEdits,
        40_060 => Refusal::AlreadyAcknowledged,
        50_001 => Refusal::MissingAccess,
        50_007 => Refusal::ClosedDirectMessages,
        50_013 => Refusal::MissingPermissions,
        50_278 => Refusal::NoSharedServer,
        _ => Refusal::Other,
    }
}
