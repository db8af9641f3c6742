//! The house of raceweek: a bot that answers questions about race weekends, in Discord and in a terminal.
//!
//! It reads a versioned, offline dataset of racing series, keeps the books of every championship, and answers from
//! memory: when is the next session, who won, who leads, by how much, and who says so.
//!
//! # From above
//!
//! One request is one function, and every way in and out of it is the same:
//!
//! ```text
//! interaction | command line  ->  Question  ->  Answer  ->  View  ->  Discord reply | terminal text | JSON
//! ```
//!
//! # The rooms
//!
//! From the ground up; a room uses rooms above its line only. `tests/layers.rs` has the whole order with its reasons, and
//! says where a stray line belongs.
//!
//! | room | what is in it |
//! |---|---|
//! | [`clock`] | the only reader of the wall clock: the system's, or one shifted for a rehearsal |
//! | [`config`] | one TOML file and one secret; the only reader of the environment |
//! | [`logging`] | log lines for people or for programs |
//! | [`domain`] | the words of a race weekend as types, and their laws |
//! | [`schedule`] | what is next, now and last: local times become instants |
//! | [`scoring`] | rules, tables, ties and gaps, with what is not known kept as a range; [what can still happen](scoring::future) |
//! | [`lookup`] | words become things: normalisation, typos, the index of names, and the words for sessions, numbers, dates, durations and zones |
//! | [`dataset`] | files become a checked [`Catalogue`](dataset::Catalogue); [`Fault`](dataset::Fault)s |
//! | [`answer`] | the facts that answer a question, typed; this is what `--json` prints |
//! | [`question`] | one file a question: what it takes, and the pure function that answers it |
//! | [`understand`](mod@understand) | a message in the asker's own words becomes an [`Intent`](understand::Intent): questions, a command, a note, or a topic out of scope |
//! | [`reminders`] | who wants to hear of what, and when that is due: a planner without clock, disk or network |
//! | [`store`] | what is kept: subscriptions, deliveries, settings; the only folder that names sqlx |
//! | [`command`] | what people set, list and erase, declared once; typed outcomes |
//! | [`view`] | answers become documents; every sentence a person can read is made in [`view::words`] |
//! | [`output`] | documents become terminal text or Discord's Markdown |
//! | [`bot`] | the bot without a front end: context of a server, memory, limits, and from a text to an answered document |
//! | [`discord`] | interactions in, replies out; the only folder that names serenity |
//! | [`delivery`] | what is due goes out: the courier takes it from the store to Discord, once |
//! | [`app`] | the composition root: configuration, packs, Discord and signals become a running bot |
//! | [`cli`] | one file a subcommand |
//!
//! # What always holds
//!
//! * **Answering is pure.** [`Question::answer`](question::Question::answer) reads a catalogue and an
//!   [`Asker`](domain::Asker), who carries the moment: no wall clock, no network, no disk.
//! * **Nothing that happened after the asker's moment is used**, though the packs may hold it: a result counts from the
//!   end of its session, a published table from the end of the round it follows.
//! * **A number is computed, or published with its source, or not shown.** Points that are not all known are a
//!   [`Range`](domain::Range), never a partial sum.
//! * **No answer waits for the store.** What is kept is read at the start and when it changes; an answer looks up its
//!   server's [settings and calendar](bot::GuildContext) in memory. Only commands that keep something wait.
//! * **Not understanding is an answer.** A [`Misunderstanding`](question::Misunderstanding) is a value with the nearest
//!   things that could be asked; an error is a fault of ours or of the data.
//! * **A catalogue has no faults.** [`load`](dataset::load) gives one, or everything that is wrong with the files.
//! * **A question is declared once.** Its [`Spec`](question::Spec) makes the parser, the help, the completion, the
//!   commands of Discord and the table in the README.
//!
//! # A walk with one request
//!
//! `raceweek ask --now 2024-06-20T12:00:00Z "/standings pro"`:
//!
//! 1. [`cli::main`] reads the arguments, [`load`](dataset::load)s the packs that are built into the program, and sets a
//!    [`Clock`](clock::Clock) to the Thursday before the Glen.
//! 2. [`Call::parse`](question::Call::parse) takes the line apart: the question `standings`, the loose word `pro`. The
//!    [`NameIndex`](lookup::NameIndex) of the catalogue know `pro` as a championship, so it fills that option, and the call
//!    becomes a [`Standings`](question::Standings).
//! 3. Its answer asks the championship's [`Ledger`](scoring::Ledger) which sessions are over at that moment, and
//!    [`standings`](scoring::standings) makes the table: the one that was published after round 6, since no later one
//!    had been. The [`Frame`](answer::Frame) says which pack and which sources it rests on.
//! 4. [`view`](view::view) makes a document of it, and [`Terminal::print`](output::terminal::Terminal::print) lays it out
//!    in columns.
//!
//! Where the line is no command but somebody's own words, such as "how far back is cooper", step 2 is
//! [`understand`](understand::understand()): a grammar, written down in [`understand`](mod@understand), finds names, tags and
//! the likeliest question, and the answer ends with a small line of how it was read.
//!
//! The same on Discord, where somebody types `/standings championship:pro`:
//!
//! 1. [`App::run`](app::App::run) has started a [`Gateway`](discord::Gateway), which receives the interaction and hands
//!    it to the [`InteractionHandler`](discord::InteractionHandler): that one sees to it that it is answered in time, once, and even if something
//!    breaks.
//! 2. [`respond`](discord::respond()) is the bot as a function. It reads a [`Call`](question::Call) from the interaction,
//!    and steps 2 to 4 of the walk above follow, by the clock of the [`Bot`](bot::Bot) and the catalogue that holds in
//!    the asker's server, which may have [changed](dataset::Override) its calendar; only the
//!    document becomes pages of Markdown in place of terminal text ([`output::markdown`]).
//! 3. Each button of the [`Reply`](discord::Reply) holds in its id the whole question it asks, so that a click is a
//!    request like any other, also after a restart.
//! 4. The [`RestClient`](discord::RestClient) delivers, and tries again while it can help.
//!
//! # A walk with one reminder
//!
//! Somebody types `/remind me what:race before:15m`:
//!
//! 1. [`parse_request`](reminders::parse_request) makes selectors of the words, and the [`Store`](store::Store) keeps the
//!    [`Subscription`](reminders::Subscription) with a row for each selector and time before.
//! 2. At each [`step`](delivery::Dispatcher::step) the [`Dispatcher`](delivery::Dispatcher) asks the
//!    [`Timetable`](reminders::Timetable) what has become due: a [`Notice`](reminders::Notice), written down once.
//! 3. The notice is spread into deliveries for whoever has one of its selectors, found by index. Each has a
//!    [`key`](reminders::key()), the same whoever works it out, which is its nonce.
//! 4. One process has the lease of the sender. It takes deliveries, writes each try down before it makes it, sends through
//!    the [`RestClient`](discord::RestClient), and settles. What is left open by a crash is tried again while Discord knows the nonce.
//!
//! # Where to add things
//!
//! * **A question**: a file in `src/question/`, a variant each in [`Question`](question::Question) and
//!   [`Body`](answer::Body), a view in `src/view/`. The compiler and the tests over all Specs point at the rest;
//!   `raceweek docs --write README.md` renews the README's table.
//! * **A word that people use**: a word in the lexicon of `src/understand/`, and a line in `tests/reading/`;
//!   `raceweek ask --explain "..."` shows what a text is taken for.
//! * **A series**: no code, a folder in `data/`.
//! * **An output**: a file in `src/output/` that prints a [`View`](view::View).
//! * **A subcommand**: a file in `src/cli/` and a variant of its `Command`.
//!
//! Before a change is sent: `.ci/run`.

pub mod answer;
pub mod app;
pub mod bot;
pub mod cli;
pub mod clock;
pub mod command;
pub mod config;
pub mod dataset;
pub mod delivery;
pub mod discord;
pub mod domain;
pub mod logging;
pub mod lookup;
pub mod output;
pub mod question;
pub mod reminders;
pub mod schedule;
pub mod scoring;
pub mod store;
pub mod understand;
pub mod view;
