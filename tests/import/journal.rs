//! Journal of changes: packs are old or new, whenever the process that writes them ends.

use std::process::{Command, Stdio};
use std::time::Duration;

use super::pages::race;
use super::writing::season;
use crate::support::folder::Folder;
use crate::support::process::run;

/// Moments at which an import is killed; `RACEWEEK_KILLS` asks for more.
const KILLS: u32 = 12;

fn winner(folder: &Folder) -> String {
    let data = folder.path().to_string_lossy().into_owned();
    let now = "2024-12-01T12:00:00Z";
    let ended = run(
        &[
            "ask",
            "--data",
            &data,
            "--series",
            "test",
            "--now",
            now,
            "who won race stop-0",
        ],
        "",
    );
    assert_eq!(ended.stderr, "", "the packs can be read");
    ended.stdout
}

#[test]
fn a_killed_import_leaves_the_packs_old_or_new() {
    let asked = std::env::var_os("RACEWEEK_KILLS").and_then(|text| text.to_str()?.parse().ok());
    let kills: u32 = asked.unwrap_or(KILLS);
    let rows: Vec<(&str, &str, &str, &str)> = vec![
        ("1", "Driver ANN", "GT", "Classified"),
        ("2", "Driver BOB", "GT", "Classified"),
    ];
    let pages = Folder::of(&[("race.json", race("Official", &rows))]);
    let page = pages.path().join("race.json");
    let untouched = winner(&season());
    let mut outcomes = (0, 0);
    for kill in 0..kills {
        let folder = season();
        let mut child = Command::new(env!("CARGO_BIN_EXE_raceweek"))
            .args(["import", "--series", "test", "--season", "2024", "--write", "--data"])
            .arg(folder.path())
            .arg(&page)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary can be started");
        std::thread::sleep(Duration::from_micros(u64::from(kill) * 200_000 / u64::from(kills)));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let found = winner(&folder);
        if found == untouched {
            outcomes.0 += 1;
            assert!(
                !folder.read("test/sources.json").contains("import-race"),
                "nothing of the change is there"
            );
        } else {
            outcomes.1 += 1;
            assert!(found.contains("ANN"), "{found}");
        }
        // The next one to write finds everything in order.
        let data = folder.path().to_string_lossy().into_owned();
        let page = page.to_string_lossy().into_owned();
        let again = run(
            &[
                "import", &page, "--series", "test", "--season", "2024", "--data", &data, "--write",
            ],
            "",
        );
        assert_eq!(again.code, Some(0), "{}", again.stdout);
        assert!(winner(&folder).contains("ANN"));
        assert!(
            folder.read("test/sources.json").contains("import-race"),
            "the change is whole"
        );
    }
    assert_eq!(outcomes.0 + outcomes.1, kills);
}
