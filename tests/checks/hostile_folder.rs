//! Folders of packs with named pipes, devices and far too much in them.

use raceweek::dataset::{Folder, check};

use super::miniature::files;
use crate::support::folder::Folder as TestFolder;

/// Whatever else lies in the folder, nothing is waited for, and nothing is read that no pack has.
#[test]
fn a_hostile_folder_is_read_no_further_than_its_packs() {
    let folder = TestFolder::new();
    for (file, text) in files() {
        folder.write(&file, &text);
    }
    let at = |name: &str| folder.path().join(name);
    let of_size = |name: &str| {
        std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
        std::fs::File::create(at(name))
            .unwrap()
            .set_len(8 * 1024 * 1024)
            .unwrap();
    };
    for number in 0..300 {
        of_size(&format!("stray-{number}.json"));
    }
    for name in ["nlc/people.json", "pipe", "notes.json"] {
        let _ = std::fs::remove_file(at(name));
        assert!(
            std::process::Command::new("mkfifo")
                .arg(at(name))
                .status()
                .unwrap()
                .success()
        );
    }
    std::os::unix::fs::symlink("/dev/zero", at("nlc/sources.json.new")).unwrap();
    std::fs::remove_file(at("nlc/sources.json")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("nlc/sources.json")).unwrap();
    let read = Folder::open(folder.path()).unwrap();
    assert_eq!(
        read.files
            .values()
            .map(Vec::len)
            .filter(|length| *length > 100_000)
            .count(),
        0
    );
    let faults = check(read).faults;
    let rules = |rule: &str| faults.iter().filter(|fault| fault.rule == rule).count();
    assert_eq!((rules("unreadable-file"), rules("unknown-file")), (2, 302));
    let shown = faults
        .iter()
        .find(|fault| fault.file == "nlc/people.json")
        .unwrap()
        .to_string();
    let shown = shown.replace(&folder.path().display().to_string(), "FOLDER");
    insta::assert_snapshot!(shown, @"
    error[unreadable-file]: this is no regular file
      --> FOLDER/nlc/people.json
      help: make it a readable file of at most 8 MiB
    ");
}

#[test]
fn a_folder_holds_no_more_than_its_limits() {
    let folder = TestFolder::new();
    for season in 1_900..1_940 {
        let name = folder.path().join(format!("nlc/{season}/results.json"));
        std::fs::create_dir_all(name.parent().unwrap()).unwrap();
        std::fs::File::create(name).unwrap().set_len(8 * 1024 * 1024).unwrap();
    }
    let read = Folder::open(folder.path()).unwrap();
    assert_eq!((read.files.len(), read.faults.len()), (32, 8));
    let many = TestFolder::new();
    for number in 0..20_001 {
        std::fs::File::create(many.path().join(format!("{number}.txt"))).unwrap();
    }
    let said: Vec<String> = Folder::open(many.path())
        .unwrap()
        .faults
        .iter()
        .map(|fault| fault.message.clone())
        .collect();
    assert_eq!(said, ["the folder holds more than 20000 files"]);
}
