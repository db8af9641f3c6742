//! raceweek: a bot that answers questions about race weekends, in Discord and in a terminal.
//!
//! It reads a versioned, offline dataset of racing series, scores every championship, and answers from memory: when is
//! the next session, who won, who leads, by how much, and according to which source.
//!
//! # Overview
//!
//! All front ends take the same path; only its two ends differ:
//!
//! ```text
//! interaction | message | command line  ->  Intent  ->  Question  ->  Answer  ->  View  ->  Discord | terminal | JSON
//! ```
//!
//! # Rooms
//!
//! From the ground up. A room uses rooms above its line only, and its files import each other one way: `tests/layers.rs`
//! has the order with its reasons and says where a stray line belongs, `tests/circles.rs` finds circles of files.
//!
//! | room | content |
//! |---|---|
//! | [`clock`] | the system's clock, or one shifted for a rehearsal; the only reader of the wall clock |
//! | [`config`] | one TOML file and two secrets; the only reader of the environment |
//! | [`logging`] | log lines for people or for programs |
//! | [`domain`] | the words of a race weekend as types, and their laws |
//! | [`schedule`] | next, current and last sessions: local times become instants |
//! | [`scoring`] | rules, tables, ties and gaps, with unknown points as ranges; [possible outcomes of a season](scoring::future) |
//! | [`lookup`] | words become things: normalisation, typos, the index of names, and the words for sessions, numbers, dates, durations and zones |
//! | [`dataset`] | files become a checked [`Catalogue`](dataset::Catalogue) or [`Fault`](dataset::Fault)s |
//! | [`import`] | files of timing systems, archives, spreadsheets and simulators become sheets, and sheets become changes of packs |
//! | [`answer`] | typed facts that answer a question, printed by `--json` |
//! | [`question`] | questions as values: `spec/` declares their options, one file a question holds the pure function that answers it |
//! | [`reminders`] | subscriptions and the notices that are due: a planner without clock, disk or network |
//! | [`understand`](mod@understand) | a message becomes an [`Intent`](understand::Intent): questions, a command, a note, or a topic out of scope |
//! | [`store`] | subscriptions, deliveries, settings; the only room that names sqlx |
//! | [`command`] | commands that change something stored, declared once, with typed outcomes |
//! | [`view`] | answers and outcomes become documents; every sentence for people is made in [`view::words`] |
//! | [`output`] | documents become terminal text or Discord's Markdown |
//! | [`bot`] | the bot without a front end: context of a server, memory, rate limits, and from a text to a document |
//! | [`discord`] | interactions in, replies out; the only room that names serenity |
//! | [`delivery`] | the worker: notices that are due go from the store to Discord, once |
//! | [`app`] | the composition root: configuration, packs, store, Discord and signals become a running bot |
//! | [`cli`] | one file a subcommand |
//!
//! # Invariants
//!
//! * **Answering is pure.** [`Question::answer`](question::Question::answer) reads a catalogue and an
//!   [`Asker`](domain::Asker), who carries the moment: no wall clock, no network, no disk.
//! * **Nothing after the asker's moment is used**, though the packs may hold it: a result counts from the end of its
//!   session, a published table from the end of the round it follows.
//! * **A number is computed, or published with its source, or not shown.** Points that are not all known are a
//!   [`Range`](domain::Range), never a partial sum.
//! * **No answer waits for the store.** Stored data are read at the start and after each change; an answer looks up its
//!   server's [settings and calendar](bot::GuildContext) in memory. Only commands that write wait.
//! * **A misunderstanding is a value.** A [`Misunderstanding`](question::Misunderstanding) holds the nearest things that
//!   can be asked; any other error is a fault of ours or of the data.
//! * **A catalogue has no faults.** [`load`](dataset::load) returns one, or all faults of the files.
//! * **A question is declared once.** Its [`Spec`](question::Spec) makes the parser, the help, the completion, Discord's
//!   commands and the table in the README.
//!
//! # Walk of one question
//!
//! `raceweek ask --now 2024-06-20T12:00:00Z "/standings pro"`:
//!
//! 1. [`cli::main`] reads the arguments, [`load`](dataset::load)s the packs that are built into the program, and stops a
//!    [`Clock`](clock::Clock) at the Thursday before the Glen.
//! 2. [`bot::answer_text`] hands the line to [`understand`](understand::understand()), which knows it for a command:
//!    [`Call::parse`](question::Call::parse) finds the question `standings` and the loose word `pro`. The catalogue's
//!    [`NameIndex`](lookup::NameIndex) knows `pro` as a championship, so it fills that option.
//! 3. The question's answer asks the championship's [`Ledger`](scoring::Ledger) which sessions are over at that moment,
//!    and [`standings`](scoring::standings) makes the table: the one published after round 6, since no later one had been.
//!    The [`Frame`](answer::Frame) names the pack and the sources.
//! 4. [`view`](view::view) makes a document of the answer, and [`Terminal::print`](output::terminal::Terminal::print) lays
//!    it out in columns.
//!
//! If the line is no command but free text, such as "how far back is cooper", step 2 reads it as
//! [`understand`](mod@understand) tells: it finds names, tags and the likeliest question, and the answer ends with a small
//! line that says how the text was read.
//!
//! The same on Discord, with `/standings championship:pro`:
//!
//! 1. [`App::run`](app::App::run) has started a [`Gateway`](discord::Gateway), which receives the interaction, settles its
//!    [`ReplyMode`](discord::ReplyMode), and hands it to the [`InteractionHandler`](discord::InteractionHandler): that
//!    responds exactly once, defers a slow reply and reports a panic.
//! 2. [`respond`](discord::respond()) routes it to its command, question or button. A question takes steps 2 to 4 above
//!    with the clock of the [`Bot`](bot::Bot) and the catalogue of the asker's server, which may have
//!    [changed](dataset::Override) its calendar; [`bot::answer`] leaves out results that the asker has not seen.
//! 3. The document becomes a page of Markdown ([`output::markdown`]) with buttons. Each button of the
//!    [`Reply`](discord::Reply) holds in its id the whole question it asks, so that it works after a restart.
//! 4. The [`RestClient`](discord::RestClient) sends it, and retries within Discord's deadline.
//!
//! # Walk of one reminder
//!
//! `/remind me what:race before:15m`:
//!
//! 1. [`parse_request`](reminders::parse_request) makes selectors of the words, and the [`Store`](store::Store) saves the
//!    [`Subscription`](reminders::Subscription) with a row for each selector and lead time.
//! 2. At each [`step`](delivery::Dispatcher::step) the [`Dispatcher`](delivery::Dispatcher) asks the
//!    [`Timetable`](reminders::Timetable) which [`Notice`](reminders::Notice)s are due, and stores each once.
//! 3. A notice is fanned out into one delivery for each subscription with one of its selectors, found by index. The
//!    delivery's [`key`](reminders::key()) is the same whoever computes it, and serves as its nonce.
//! 4. One process holds the sender lease. It claims deliveries, records each try before it makes it, sends through the
//!    [`RestClient`](discord::RestClient), and settles. After a crash an open try is repeated while Discord knows the nonce.
//!
//! # Where to add things
//!
//! * **A question**: a variant each in [`QuestionKind`](question::QuestionKind) and [`Body`](answer::Body), its Spec in
//!   `src/question/spec/`, its answer in `src/question/`, a view in `src/view/`. The compiler and the tests over all Specs point at the rest;
//!   `raceweek docs --write README.md` renews the README's table.
//! * **A command**: a file in `src/command/` with its [`CommandSpec`](command::CommandSpec), and its handler in
//!   `src/discord/commands/`.
//! * **A way that people ask**: lines in the files of `src/understand/examples/`, `raceweek learn`, and a line in
//!   `tests/reading/`; `raceweek ask --explain "..."` shows how a text is read.
//! * **A series**: no code, a folder in `data/`.
//! * **A format to import**: its reader in `src/import/formats/`, and a variant in [`Format`](import::Format).
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
pub mod import;
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
