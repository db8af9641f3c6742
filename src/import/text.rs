//! Text of a foreign file: byte order marks, UTF-16 and Windows-1252 become UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Part of a file, in bytes, that tells UTF-16 without a mark: a text in it has a NUL beside nearly every letter.
const PROBE: usize = 512;

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that was found.
    pub encoding: &'static str,
    /// True if the file says UTF-8 by itself (a mark, or an XML declaration) and is something else.
    pub mislabelled: bool,
}

/// Decodes the bytes of a file: by its byte order mark, else UTF-16 by its NULs, else UTF-8 if it is valid, else
/// Windows-1252, in which every byte means something.
///
/// Returns `None` for bytes that are no text: NULs that are not UTF-16.
pub fn decode(bytes: &[u8]) -> Option<DecodedText> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.or_else(|| utf_16(bytes)).unwrap_or(UTF_8);
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let (text, encoding, mislabelled) = if had_errors && encoding == UTF_8 {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        (text, WINDOWS_1252, marked.is_some() || declares_utf_8(bytes))
    } else {
        (text, encoding, had_errors)
    };
    if text.contains('\0') {
        return None;
    }
    Some(DecodedText {
        text: text.into_owned(),
        encoding: encoding.name(),
        mislabelled,
    })
}

/// The byte order of UTF-16 without a mark, by where the NULs of Latin letters stand.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = bytes.get(..PROBE.min(bytes.len()))?;
    let nuls = |parity: usize| probe.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = probe.len() / 2;
    match (nuls(0) * 2 > pairs, nuls(1) * 2 > pairs) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

fn declares_utf_8(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    String::from_utf8_lossy(start)
        .to_lowercase()
        .contains("encoding=\"utf-8\"")
}
