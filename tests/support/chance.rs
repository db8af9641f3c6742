//! Configuration of property tests: fixed seeds, so that a run without changes is the same.
//!
//! `PROPTEST_CASES=5000 cargo test` looks further: at so many cases, other ones each time.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// So many cases, the same each time; or as many as asked for, chosen anew.
pub fn cases(few: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let usual = ProptestConfig {
        max_global_rejects: 1_000_000,
        max_shrink_iters: 400,
        ..asked
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return usual;
    }
    ProptestConfig {
        cases: few,
        rng_seed: RngSeed::Fixed(7),
        ..usual
    }
}
