//! Configuration, and what is said about one that is wrong.

use std::path::Path;

use raceweek::config::Config;

use crate::support::folder::Folder;
use crate::support::process::{Ended, TOKEN, run_in};

/// The documented configuration is the default one, and names every key there is.
#[test]
fn the_example_names_every_key_with_its_default() {
    let text = include_str!("../config.toml.example");
    let example: toml::Table = text.parse().unwrap();
    let default = toml::Table::try_from(Config::default()).unwrap();
    assert_eq!(example, default);
    Config::parse(Path::new("config.toml.example"), text).unwrap();
}

/// Runs the bot with a configuration that it cannot run with.
fn refused(config: &str, environment: &[(&str, &str)]) -> Ended {
    let ended = run_in(
        &[("config.toml", config), ("empty", ""), ("two", "one two")],
        &["run"],
        environment,
    );
    assert_eq!(ended.code, Some(78), "{config}: {}", ended.stderr);
    assert_eq!(ended.stdout, "");
    ended
}

#[test]
fn every_mistake_is_told_with_file_key_and_what_to_write_instead() {
    let token = [("DISCORD_TOKEN", TOKEN)];
    let mut said = Vec::new();
    for config in [
        "[discord]\napi_ur = \"http://127.0.0.1:1\"",
        "[dicsord]\napi_url = \"\"",
        "[discord]\napi_url = 5",
        "[discord]\napi_url = \"127.0.0.1:1\"",
        "[discord]\napi_url = \"https://discord.com/api\"",
        "discord = 5",
        "[log]\nlevel = \"loud\"",
        "[log]\nformat = true",
        "[series]\ndefault = \"f4\"",
        "[series\n",
        "[log]\nlevel = \"info\"\nlevel = \"info\"",
        "[data]\nfolder = \"nowhere\"",
        "[data]\nfolder = \"two\"",
        "[store]\nfile = \"\"",
        "[store]\nfile = \"postgres://raceweek:secret@127.0.0.1/raceweek\"",
        "[store]\n\nhunter2 = true",
    ] {
        let refused = refused(config, &token).stderr;
        // Before it are log lines.
        said.extend(refused.lines().last().map(|line| format!("{line}\n")));
    }
    insta::assert_snapshot!(said.concat(), @"
    raceweek: config.toml: discord.api_ur: unknown key: write one of `token_file`, `api_url`, `shards`, or leave it out
    raceweek: config.toml: dicsord: unknown key: write one of `series`, `data`, `store`, `discord`, `log`, or leave it out
    raceweek: config.toml: discord.api_url: write a string
    raceweek: config.toml: discord.api_url: write scheme and host without a path, such as https://discord.com or http://127.0.0.1:4000
    raceweek: config.toml: discord.api_url: write scheme and host without a path, such as https://discord.com or http://127.0.0.1:4000
    raceweek: config.toml: discord: write a table: [discord], and its keys below
    raceweek: config.toml: log.level: write one of `error`, `warn`, `info`, `debug`, `trace`
    raceweek: config.toml: log.format: write what config.toml.example shows
    raceweek: config.toml: series.default: the packs have no such series: write one of f1, pcca, pccna
    raceweek: config.toml: line 1 is not TOML: unclosed table, expected `]`
    raceweek: config.toml: line 3 is not TOML: duplicate key
    raceweek: config.toml: data.folder: the folder cannot be read (No such file or directory (os error 2)): write the name of one with packs
    raceweek: config.toml: data.folder: that is no folder: write the name of one with packs
    raceweek: config.toml: store.file: write the name of a file, or leave the key out
    raceweek: config.toml: store.file: holds an address: set DATABASE_URL to it, or write it into a file that store.url_file names
    raceweek: config.toml: store: line 3: unknown key: write `file` or `url_file`, or leave it out
    ");
}

#[test]
fn a_missing_token_is_told_with_both_places_it_can_be_in() {
    let mut said = Vec::new();
    for config in [
        "",
        "[discord]\ntoken_file = \"nowhere\"",
        "[discord]\ntoken_file = \"empty\"",
        "[discord]\ntoken_file = \"two\"",
    ] {
        said.push(refused(config, &[]).stderr);
    }
    said.push(refused("", &[("DISCORD_TOKEN", "two words")]).stderr);
    said.push(refused("", &[("DISCORD_TOKEN", "\"quoted\"")]).stderr);
    said.push(run_in(&[], &["run", "--config", "nowhere.toml"], &[]).stderr);
    insta::assert_snapshot!(said.concat(), @"
    raceweek: config.toml: discord.token_file: no token: set DISCORD_TOKEN, or write the name of a file that holds it
    raceweek: config.toml: discord.token_file: the file cannot be read (No such file or directory (os error 2)): write the name of one that holds the token
    raceweek: config.toml: discord.token_file: holds no token: a token is one word of letters, digits and signs, as Discord shows it
    raceweek: config.toml: discord.token_file: holds no token: a token is one word of letters, digits and signs, as Discord shows it
    raceweek: config.toml: DISCORD_TOKEN: holds no token: a token is one word of letters, digits and signs, as Discord shows it
    raceweek: config.toml: DISCORD_TOKEN: holds quotes: write the token alone, as Discord shows it
    raceweek: nowhere.toml: cannot be read (No such file or directory (os error 2)): name a readable file, see config.toml.example
    ");
}

/// A token in the wrong place is no reason to print it.
#[test]
fn a_secret_in_the_wrong_place_is_not_repeated() {
    for config in [
        format!("[discord]\ntoken = \"{TOKEN}\""),
        format!("discord = \"{TOKEN}\""),
        format!("[discord]\napi_url = \"https://{TOKEN}@discord.com\""),
        format!("[discord]\ntoken_file = \"{TOKEN}\""),
        format!("[discord]\ntoken_file = \"{TOKEN}"),
        format!("[log]\nlevel = \"{TOKEN}\""),
        format!("[series]\ndefault = \"{TOKEN}\""),
        format!("[discord]\n{TOKEN}"),
        format!("[discord]\n\"{TOKEN}\" = true"),
        format!("[discord.\"{TOKEN}\"]\nkey = true"),
        format!("[data]\nfolder = \"{TOKEN}\""),
        format!("[store]\nfile = \"postgres://{TOKEN}@127.0.0.1/raceweek\""),
        format!("[store]\nurl_file = \"postgres://{TOKEN}@127.0.0.1/raceweek\""),
    ] {
        let said = refused(&config, &[]).stderr;
        assert!(!said.contains(TOKEN), "{config}: {said}");
    }
    let config = Config::default();
    let token = config.token().map(|token| format!("{token:?}"));
    assert!(
        token.is_err() || !token.unwrap().contains("secret-that"),
        "the tests run without a token"
    );
}

/// The token from the file is the one that is used, without the line's end.
#[tokio::test]
async fn the_token_can_come_from_a_file() {
    let loopback = crate::support::loopback::Loopback::start().await;
    let config = format!("[discord]\napi_url = \"{}/\"\ntoken_file = \"token\"", loopback.url());
    let token = format!("{TOKEN}\n");
    let ended = run_in(&[("config.toml", &config), ("token", &token)], &["register"], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    let asked = loopback.requests("applications").remove(0);
    assert_eq!(asked.header("authorization"), Some(format!("Bot {TOKEN}").as_str()));
}

/// A database that cannot be used is the operator's to mend, and its address, which may hold a password, is not repeated.
#[test]
fn a_database_that_cannot_be_used_is_told_with_what_to_do() {
    let token = ("DISCORD_TOKEN", TOKEN);
    let elsewhere = format!("mysql://raceweek:{TOKEN}@127.0.0.1/raceweek");
    let mut said = Vec::new();
    for (config, environment) in [
        ("[store]\nfile = \"nowhere/raceweek.db\"", vec![token]),
        ("[store]\nurl_file = \"nowhere\"", vec![token]),
        ("[store]\nurl_file = \"two\"", vec![token]),
        ("", vec![token, ("DATABASE_URL", elsewhere.as_str())]),
    ] {
        let ended = refused(config, &environment);
        assert!(!ended.stderr.contains(TOKEN), "{}", ended.stderr);
        said.extend(
            ended
                .stderr
                .lines()
                .filter(|line| line.starts_with("raceweek:"))
                .map(str::to_owned),
        );
    }
    insta::assert_snapshot!(said.join("\n"), @r"
    raceweek: the database nowhere/raceweek.db cannot be opened (there is no folder nowhere): make its folder, or name another file
    raceweek: config.toml: store.url_file: the file cannot be read (No such file or directory (os error 2)): write the name of one that holds the address
    raceweek: config.toml: store.url_file: holds no address of PostgreSQL: write postgres://user:password@host/database
    raceweek: config.toml: DATABASE_URL: holds no address of PostgreSQL: write postgres://user:password@host/database
    ");
}

#[test]
fn the_folder_to_check_is_named_with_or_without_its_option_or_is_the_configured_one() {
    let files = [
        ("config.toml", "[data]\nfolder = \"packs\"\n"),
        ("packs/circuits.json", "{"),
        ("others/circuits.json", "["),
    ];
    let checked = |arguments: &[&str]| {
        let ended = run_in(&files, &[&["check"], arguments].concat(), &[]);
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(1), ""), "{arguments:?}");
        ended.stdout
    };
    let configured = checked(&[]);
    assert!(configured.contains("--> packs/circuits.json:1:"), "{configured}");
    assert_eq!(checked(&["packs"]), configured);
    let others = checked(&["--data", "others"]);
    assert!(others.contains("--> others/circuits.json:1:"), "{others}");
    assert_eq!(checked(&["others"]), others);
    assert_eq!(
        run_in(&files, &["check", "packs", "--data", "others"], &[]).code,
        Some(64)
    );
}

/// Whatever folder it is started in.
#[test]
fn relative_names_are_taken_from_the_folder_of_the_configuration() {
    let config = "[data]\nfolder = \"packs\"\n[store]\nfile = \"kept.db\"";
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path().join("etc/packs")).unwrap();
    folder.write("etc/config.toml", config);
    let config = Config::load(Some(&folder.path().join("etc/config.toml"))).unwrap();
    assert_eq!(config.folder().unwrap(), Some(folder.path().join("etc/packs")));
    assert_eq!(config.database(false).unwrap(), folder.path().join("etc/kept.db"));
    let folder = Folder::new();
    folder.write("etc/config.toml", "");
    let config = Config::load(Some(&folder.path().join("etc/config.toml"))).unwrap();
    assert_eq!(
        config.database(true).unwrap(),
        folder.path().join("etc/raceweek-rehearsal.db")
    );
}

/// A service keeps its files where its manager says; and where an earlier version made the database, it stays.
#[test]
fn a_database_is_kept_in_the_folder_of_the_service_or_where_it_is() {
    let files = [
        ("etc/config.toml", ""),
        ("state/raceweek.db", "x"),
        ("old/raceweek.db", "x"),
    ];
    let list = |arguments: &[&str], environment: &[(&str, &str)]| run_in(&files, arguments, environment).stderr;
    let change = ["change", "list", "--config", "etc/config.toml"];
    let said = [
        list(&change, &[]),
        list(&change, &[("STATE_DIRECTORY", "state")]),
        run_in(&[("etc/config.toml", ""), ("raceweek.db", "x")], &change, &[]).stderr,
    ];
    insta::assert_snapshot!(said.concat(), @"
    raceweek: there is no database etc/raceweek.db: name its file under [store] in the configuration, or start the bot once
    raceweek: the database state/raceweek.db is no database of SQLite: name another file under [store] in the configuration, or put back a copy that `raceweek backup` made
    raceweek: the database raceweek.db is no database of SQLite: name another file under [store] in the configuration, or put back a copy that `raceweek backup` made
    ");
}
