//! The rules that guard the data: each fires where it should, and nothing brings the reader down.

mod bad_input;
mod documents;
mod examples;
mod hostile_folder;
mod keys;
mod miniature;
mod mistakes;
mod mutations;
mod positions;
mod rules;
