//! Reminders in words: messages, settings, health.

pub mod health;
pub mod message;
pub mod settings;
