//! Integration tests: one binary, one module a topic.

#[cfg(test)]
mod layers;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod loopback;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod support;
