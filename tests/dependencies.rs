//! Dependencies: the licences and bans of deny.toml, looked up in what cargo knows, without a network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// The crates that are built, with the licences that each is given under.
fn crates() -> Vec<(String, String)> {
    let cargo = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
        ])
        .arg("x86_64-unknown-linux-gnu")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: Value = serde_json::from_slice(&cargo.stdout).expect("cargo prints JSON");
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("there are packages");
    let used: BTreeSet<&str> = metadata["resolve"]["nodes"]
        .as_array()
        .expect("they are resolved")
        .iter()
        .filter_map(|node| node["id"].as_str())
        .collect();
    packages
        .iter()
        .filter(|package| used.contains(package["id"].as_str().unwrap_or_default()))
        .map(|package| (text(package, "name"), text(package, "license")))
        .collect()
}

fn deny() -> toml::Table {
    include_str!("../deny.toml").parse().expect("it is TOML")
}

/// True if an expression of SPDX can be met by these licences: `MIT OR (Apache-2.0 AND ISC)`.
fn is_met(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    // An old form of `OR`.
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = expression.split_whitespace().peekable();
    any(&mut words, allowed)
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = any(words, allowed);
        assert_eq!(words.next(), Some(")"), "a bracket is closed");
        return met;
    }
    let licence = words.next().expect("a licence");
    // An exception allows more than the licence alone.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    allowed.contains(licence)
}

#[test]
fn an_expression_is_met_by_one_way_through_it() {
    let allowed = BTreeSet::from(["MIT", "ISC"]);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT OR GPL-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("GPL-3.0 OR (MIT AND ISC)", true),
        ("(GPL-3.0 OR MIT) AND ISC", true),
        ("(GPL-3.0 OR MIT) AND BSD-3-Clause", false),
        ("MIT/Apache-2.0", true),
        ("ISC WITH some-exception", true),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn every_crate_is_under_a_licence_that_is_allowed() {
    let deny = deny();
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let allowed: BTreeSet<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    let crates = crates();
    assert!(crates.len() > 100, "{crates:?}");
    let wrong: Vec<&(String, String)> = crates
        .iter()
        .filter(|(_, licence)| !is_met(licence, &allowed))
        .collect();
    assert!(wrong.is_empty(), "under none of the licences of deny.toml: {wrong:?}");
}

#[test]
fn no_crate_is_used_that_is_banned() {
    let deny = deny();
    let banned = deny["bans"]["deny"].as_array().unwrap();
    let banned: Vec<&str> = banned.iter().filter_map(|one| one["crate"].as_str()).collect();
    assert_eq!(banned, ["openssl-sys", "native-tls"]);
    let crates = crates();
    let used: Vec<&str> = crates
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| banned.contains(name))
        .collect();
    assert!(used.is_empty(), "banned by deny.toml: {used:?}");
}
