//! Support shared by the tests: the loopback Discord, Discord's limits, the real binary.

pub mod answers;
pub mod ask;
pub mod chance;
pub mod channels;
pub mod conversation;
pub mod discord;
pub mod faults;
pub mod folder;
pub mod gateway;
pub mod interaction;
pub mod limits;
pub mod loopback;
pub mod mutation;
pub mod postgres;
pub mod process;
pub mod rest;
pub mod sources;
