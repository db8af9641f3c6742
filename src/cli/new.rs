//! `raceweek new`: a series, a season or a weekend as files of a folder of packs.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use clap::{Args, Subcommand};

use super::exit;
use super::print::write_out;
use crate::app::folder;
use crate::clock::Clock;
use crate::dataset::edit::{AUTHOR, NewSeasonRules, PackEdit, commit, recover};
use crate::dataset::{Fault, Folder, check_on};
use crate::domain::{
    Circuit, CircuitId, Class, Points, SeasonId, SeriesId, Session, SessionKind, SessionStatus, Slug, Weekend,
    WeekendId,
};
use crate::lookup::session_kind;

/// Makes a series, a season or a weekend in a folder of packs.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct New {
    /// The folder of packs; it is made if it is not there.
    #[arg(long, value_name = "DIR", global = true, default_value = "packs")]
    data: PathBuf,
    #[command(subcommand)]
    what: NewKind,
}

/// Examples and exit codes, for the help.
const HELP: &str = "\
For example, a league and its first race:
  raceweek new series club --name \"Club Cup\" --zone Europe/Berlin
  raceweek new season club 2026 --class gt3=GT3 --class gt4=GT4 --points 25,18,15,12,10,8,6,4,2,1
  raceweek new weekend club 2026 lime-rock --name \"Lime Rock\" --country US --zone America/New_York \\
      --session qualifying=2026-05-17T13:00 --session race=2026-05-17T15:00
  raceweek import results.csv --series club --season 2026 --session lime-rock/race --data packs --add-missing --write

Exit codes: 0 written, 1 what is there or what would be is not in order: nothing is written, 64 wrong usage.";

#[derive(Debug, Subcommand)]
enum NewKind {
    /// A series: its name and zone.
    Series {
        /// Its id, which is its folder's name: club.
        id: SeriesId,
        /// Its name.
        #[arg(long)]
        name: String,
        /// The zone in which it publishes times: Europe/Berlin.
        #[arg(long)]
        zone: Tz,
        /// Source of what you say, in words.
        #[arg(long, default_value = "the organiser")]
        source: String,
    },
    /// A season: its classes and its points.
    Season {
        /// The series.
        series: SeriesId,
        /// Its id: 2026.
        id: SeasonId,
        /// A class, by id and name: gt3=GT3.
        #[arg(long = "class", value_name = "ID=NAME", value_parser = class)]
        classes: Vec<Class>,
        /// Points by place, the winner's first.
        #[arg(long, value_delimiter = ',', default_value = "25,18,15,12,10,8,6,4,2,1")]
        points: Vec<Points>,
    },
    /// A weekend: its circuit and its sessions.
    Weekend(NewWeekend),
}

/// A weekend: its circuit and its sessions.
#[derive(Debug, Args)]
struct NewWeekend {
    /// The series.
    series: SeriesId,
    /// The season.
    season: SeasonId,
    /// Its id, which is that of its circuit too unless --circuit names one: lime-rock.
    id: WeekendId,
    /// Its name.
    #[arg(long)]
    name: String,
    /// The circuit, by its id in circuits.json.
    #[arg(long)]
    circuit: Option<CircuitId>,
    /// The country of a circuit that is new, as a code of two letters.
    #[arg(long)]
    country: Option<String>,
    /// The zone of a circuit that is new.
    #[arg(long)]
    zone: Option<Tz>,
    /// A session and its start by the circuit's clock: race-1=2026-05-17T15:00.
    #[arg(long = "session", value_name = "ID=START", required = true, value_parser = session)]
    sessions: Vec<(Slug, NaiveDateTime)>,
}

impl New {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let today = Clock::System.now().date_naive();
        let packs = if self.data.exists() {
            recover(&self.data)?;
            folder(Some(&self.data))?
        } else {
            Folder::default()
        };
        let mut edit = PackEdit::of(packs);
        match &self.what {
            NewKind::Series { id, name, zone, source } => edit.add_series(id, name, *zone, source)?,
            NewKind::Season {
                series,
                id,
                classes,
                points,
            } => {
                let rules = NewSeasonRules {
                    classes: classes.clone(),
                    points: points.clone(),
                };
                edit.add_season((series, id), &today.to_string(), &rules)?;
            }
            NewKind::Weekend(new) => new.add(&mut edit, today)?,
        }
        let faults = check_on(edit.folder(), Some(today)).faults;
        // A series without a season, and a season without a weekend, are steps on the way.
        let errors: Vec<&Fault> = faults
            .iter()
            .filter(|fault| fault.is_error() && !is_unfinished(fault))
            .collect();
        let mut text: String = errors.iter().map(|fault| format!("{fault}\n")).collect();
        let failed = !errors.is_empty();
        if failed {
            text.push_str("Nothing is written: mend the errors above first.\n");
        } else {
            commit(&self.data, edit.changed())?;
            let files: Vec<&str> = edit.changed().keys().map(String::as_str).collect();
            text.push_str(&format!("Written: {}.\n", files.join(", ")));
        }
        write_out(&text)?;
        Ok(if failed { exit::FAULT } else { exit::ANSWERED })
    }
}

impl NewWeekend {
    fn add(&self, edit: &mut PackEdit, today: chrono::NaiveDate) -> anyhow::Result<()> {
        let own: CircuitId = self.id.slug().clone().into();
        let circuit = self.circuit.clone().unwrap_or(own);
        let new = self.country.as_ref().zip(self.zone).map(|(country, zone)| Circuit {
            id: circuit.clone(),
            name: self.name.clone(),
            aliases: Vec::new(),
            city: None,
            region: None,
            country: country.to_uppercase(),
            zone,
            length: None,
            turns: None,
            records: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
        });
        let mut round = edit.rounds((&self.series, &self.season))?;
        let mut sessions = Vec::new();
        for (id, start) in &self.sessions {
            sessions.push(session_of(id, *start, &mut round));
        }
        let days = self.sessions.iter().map(|(_, start)| start.date());
        let weekend = Weekend {
            id: self.id.clone(),
            name: self.name.clone(),
            aliases: Vec::new(),
            circuit,
            start: days.clone().min().unwrap_or(today),
            end: days.max().unwrap_or(today),
            supports: None,
            sessions,
            notes: Vec::new(),
            sources: vec![AUTHOR.parse()?],
            derived: None,
        };
        edit.add_weekend((&self.series, &self.season), &weekend, new.as_ref())?;
        Ok(())
    }
}

/// A session by its id and start; a race or sprint is the next round.
fn session_of(id: &Slug, start: NaiveDateTime, round: &mut u16) -> Session {
    let words = id.as_str().replace('-', " ");
    let first = words
        .chars()
        .next()
        .map(|letter| letter.to_uppercase().to_string())
        .unwrap_or_default();
    let kind = words.split(' ').find_map(session_kind).unwrap_or(SessionKind::Race);
    let counts = matches!(kind, SessionKind::Race | SessionKind::Sprint);
    *round += u16::from(counts);
    Session {
        id: id.clone().into(),
        kind,
        name: format!("{first}{}", words.get(first.len()..).unwrap_or_default()),
        round: counts.then(|| round.to_string().parse().ok()).flatten(),
        date: Some(start.date()),
        time: Some(start.time()),
        zone: None,
        offset: None,
        stages: Vec::new(),
        minutes: None,
        usual_minutes: None,
        status: SessionStatus::Scheduled,
        was: None,
        resumes: None,
        note: None,
        sources: Vec::new(),
        derived: None,
    }
}

/// True for the fault of a series that has no season yet, or a season that has no weekend.
fn is_unfinished(fault: &Fault) -> bool {
    ["no-series", "season-without-weekends"].contains(&fault.rule)
}

fn class(text: &str) -> Result<Class, String> {
    let wrong = || format!("'{text}': write ID=NAME, such as gt3=GT3");
    let (id, name) = text.split_once('=').ok_or_else(wrong)?;
    Ok(Class {
        id: id.trim().parse().map_err(|_| wrong())?,
        name: name.trim().to_owned(),
        aliases: Vec::new(),
        note: None,
        sources: Vec::new(),
    })
}

fn session(text: &str) -> Result<(Slug, NaiveDateTime), String> {
    let wrong = || format!("'{text}': write ID=START, such as race=2026-05-17T15:00");
    let (id, start) = text.split_once('=').ok_or_else(wrong)?;
    let start = NaiveDateTime::parse_from_str(start.trim(), "%Y-%m-%dT%H:%M").map_err(|_| wrong())?;
    Ok((id.trim().parse().map_err(|_| wrong())?, start))
}
