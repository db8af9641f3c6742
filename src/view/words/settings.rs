//! Settings of a server in words.

/// The title.
pub const TITLE: &str = "Settings of this server";
/// Confirmation of a change.
pub const SET: &str = "Set for everybody here.";
/// A missing permission.
pub const ADMINS: &str = "Only members with the permission Manage Server can see and change how this server is set up.";
/// The title of what cannot be done here or by this person.
pub const NOT_HERE: &str = "Not here";
/// A place outside servers.
pub const SERVERS: &str = "This is about a server, and this is none: use it in the server that you mean.";
/// The title of the answer to a mention in a quiet channel.
pub const QUIET_TITLE: &str = "This channel is quiet";
/// The hint for it.
pub const QUIET_INSTEAD: &str = "Use a command, such as /ask: then only you see the answer.";

/// The default series.
pub fn series(name: Option<&str>) -> String {
    format!("Series: {}", name.unwrap_or("the usual one"))
}

/// The zone that is shown beside track time.
pub fn zone(name: Option<&str>) -> String {
    format!("Reference zone: {}", name.unwrap_or("the series' own"))
}

/// The spoiler setting.
pub fn spoilers(hidden: bool) -> &'static str {
    if hidden {
        "Results: hidden until somebody clicks on them"
    } else {
        "Results: shown"
    }
}

/// The text before the quiet channel.
pub const QUIET_CHANNEL: &str = "Quiet channel: ";
/// The text without a quiet channel.
pub const NONE: &str = "none";
