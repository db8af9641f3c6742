//! Archives: the files of a ZIP, within limits that no release of results comes near.

use std::io::{Cursor, Read as _};

use super::source::{FileFaults, ForeignFile};
use crate::dataset::Fault;

/// Maximum number of files.
const FILES: usize = 2_000;
/// Maximum size of all files together, unpacked, in bytes.
const BYTES: u64 = 512 * 1024 * 1024;
/// Size, in bytes, from which a file must not be a thousand times smaller when packed.
const BOMB: u64 = 16 * 1024 * 1024;
/// First bytes of a ZIP.
const MAGIC: &[u8] = b"PK\x03\x04";

/// The files, those of archives in place of the archives.
pub fn unpack(files: Vec<ForeignFile>, faults: &mut Vec<Fault>) -> Vec<ForeignFile> {
    let mut all = Vec::new();
    for file in files {
        if file.bytes.starts_with(MAGIC) {
            match members(&file) {
                Ok(members) => all.extend(members),
                Err(problem) => {
                    let mut told = FileFaults::of(&file);
                    told.error(
                        None,
                        "archive",
                        &problem,
                        "download it again, or unpack it and name its folder",
                    );
                    faults.extend(told.into_faults());
                }
            }
        } else {
            all.push(file);
        }
    }
    all
}

fn members(file: &ForeignFile) -> Result<Vec<ForeignFile>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(&file.bytes)).map_err(|error| error.to_string())?;
    if archive.len() > FILES {
        return Err(format!("it holds {} files, and {FILES} are allowed", archive.len()));
    }
    let mut members = Vec::new();
    let mut left = BYTES;
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).map_err(|error| error.to_string())?;
        let Some(name) = member.enclosed_name().map(|name| name.display().to_string()) else {
            return Err("one of its files has a path that leads out of it".to_owned());
        };
        if !member.is_file() {
            continue;
        }
        let packed = member.compressed_size().max(1);
        if member.size() > BOMB && member.size() / packed > 1_000 {
            return Err(format!("'{name}' is packed a thousand times: that is no data"));
        }
        let mut bytes = Vec::new();
        let read = (&mut member).take(left + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("'{name}': {error}"))?;
        left = left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| format!("unpacked it is larger than the {} MiB allowed", BYTES / (1024 * 1024)))?;
        members.push(ForeignFile {
            folder: file.name.clone(),
            name,
            bytes,
        });
    }
    Ok(members)
}
