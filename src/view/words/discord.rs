//! Texts for Discord only: labels of buttons and options, and messages about failures.

/// Summary of the option `private:`.
pub const PRIVATE: &str = "whether only you see the answer";
/// The button to the previous page.
pub const PREVIOUS: &str = "◀ Previous page";
/// The button to the next page.
pub const NEXT: &str = "Next page ▶";
/// The title for a button that no longer works.
pub const STALE: &str = "That button leads nowhere any more";
/// The hint for it.
pub const ASK_AGAIN: &str = "It asks something that I do not know. Ask again with a command: ";
/// Summary of `/ask`.
pub const ASK: &str = "Ask in your own words: when is quali, how far back is cooper, who won the glen last year";
/// Summary of its option.
pub const TEXT: &str = "the question";
/// The title where the rate limit is exceeded.
pub const TOO_MANY: &str = "One at a time, please";
/// The hint for it.
pub const SLOWER: &str = "You ask faster than I can answer everybody. Give me a few seconds, then ask again.";
/// The hint for clicks.
pub const CLICK_SLOWER: &str =
    "You click faster than Discord lets me change things. Give me a few seconds, then click again.";
/// The title for an internal error.
pub const BROKEN: &str = "Something broke on my side";

/// The number of the page.
pub fn page(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

/// The hint for an internal error.
pub fn broken(reference: &str) -> String {
    format!("It is logged as {reference}. Tell whoever runs this bot that reference, and try again later.")
}
