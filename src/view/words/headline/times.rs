//! Headlines of timetables: when sessions are, and which are on, over, cancelled or next.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};

use super::{clock, verdict};
use crate::answer::{Next, TimetableSession, WeekendTimetable};
use crate::domain::{SessionKind, Start};
use crate::question::{Options, Question, Relation};
use crate::schedule::{LocalTime, State};
use crate::view::words::{count, list, schedule, sentence, time};

/// Maximum number of sessions that a headline names.
const MOST: usize = 3;

/// The headline of a timetable.
pub fn weekend(question: &Question, plan: &WeekendTimetable) -> String {
    let form = question.form;
    let sessions: Vec<&TimetableSession> = plan.sessions.iter().collect();
    let text = if form.relation == Some(Relation::Cancelled) || plan.is_cancelled {
        cancelled(form.polar, plan)
    } else if sessions.is_empty() {
        none(question, plan)
    } else if form.relation == Some(Relation::Where) && !form.polar {
        format!("{} ({}) is at {}", plan.weekend.name, days(plan), plan.circuit.name)
    } else if plan.only.is_none() {
        let whole = whole(plan);
        if form.polar { verdict(true, &whole) } else { whole }
    } else if !form.polar {
        match (form.relation, sessions.as_slice()) {
            (Some(Relation::Over), [one]) => end(one, plan),
            _ => told(&sessions, plan),
        }
    } else {
        polar(question, &sessions, plan)
    };
    sentence(&text)
}

/// The days of a weekend with its races.
pub fn whole(plan: &WeekendTimetable) -> String {
    let is_race = |one: &&TimetableSession| matches!(one.kind, SessionKind::Race | SessionKind::Sprint);
    let races: Vec<&TimetableSession> = plan.sessions.iter().filter(is_race).collect();
    let days = days(plan);
    let weekend = &plan.weekend.name;
    if plan.is_cancelled {
        return format!("{weekend} ({days}) is cancelled");
    }
    let is = if plan.last < plan.today { "was" } else { "is" };
    if races.is_empty() || races.iter().any(|one| one.start == Start::Unknown) {
        return format!("{weekend} {is} {days} at {}", plan.circuit.name);
    }
    format!("{weekend} {is} {days}: {}", several(&races, plan))
}

/// The headline of what is on and what comes next.
pub fn next(question: &Question, next: &Next, now: DateTime<Utc>) -> String {
    let form = question.form;
    let asks_now = form.relation == Some(Relation::Now);
    let answer = |yes: Option<bool>, text: String| match yes.filter(|_| form.polar && asks_now) {
        Some(yes) => verdict(yes, &text),
        None => text,
    };
    let Some(plan) = &next.ahead else {
        return schedule::nothing_ahead(next.kind);
    };
    let of = |state: State| plan.sessions.iter().filter(move |one| one.state == state);
    let live: Vec<&TimetableSession> = of(State::Live).collect();
    let today: Vec<&TimetableSession> = of(State::Today).collect();
    let upcoming = of(State::Upcoming).next().map(|one| coming(one, plan, now));
    let text = if !live.is_empty() {
        answer(Some(true), told(&live, plan))
    } else if !today.is_empty() {
        let then = upcoming.map_or_else(String::new, |next| format!("; then {next}"));
        let told = format!("{}{then}", some_time_today(&today, plan));
        if form.polar && asks_now {
            format!("Not known: {told}")
        } else {
            told
        }
    } else {
        let next = upcoming.unwrap_or_default();
        match form.relation {
            Some(Relation::Now) => answer(Some(false), format!("nothing is on now; next is {next}")),
            Some(Relation::Where) => format!("next is {}: {next}", plan.circuit.name),
            _ => format!("next is {next}"),
        }
    };
    sentence(&text)
}

/// Sessions of the day whose times are not known: `Practice 1 and Practice 2 are today, at times that are not published`
fn some_time_today(sessions: &[&TimetableSession], plan: &WeekendTimetable) -> String {
    if sessions.len() == 1 {
        return told(sessions, plan);
    }
    let names: Vec<String> = sessions.iter().map(|one| named(one)).collect();
    format!("{} are today, at times that are not published", list(&names))
}

/// `Race 2, Sat 22 Jun at 11:00 AM EDT, in 1 day 22 h`
fn coming(one: &TimetableSession, plan: &WeekendTimetable, now: DateTime<Utc>) -> String {
    let subject = subject(one, plan);
    match one.start {
        Start::At(at) => format!(
            "{subject}, {}, {}",
            when(one, plan.today, true),
            time::relative(at, now)
        ),
        Start::On(_) => format!("{subject}, {}", when(one, plan.today, true)),
        Start::Unknown => format!("{subject}, {}; its date and time are not published", days(plan)),
    }
}

/// Yes or no about sessions that were found.
fn polar(question: &Question, sessions: &[&TimetableSession], plan: &WeekendTimetable) -> String {
    let all = |state: State| sessions.iter().all(|one| one.state == state);
    let any = |state: State| sessions.iter().any(|one| one.state == state);
    let text = told(sessions, plan);
    let not_yet = || format!("Not yet: {text}");
    match question.form.relation {
        Some(Relation::Over | Relation::Started | Relation::Now) if any(State::Today) => format!("Not known: {text}"),
        Some(Relation::Over) if all(State::Finished) => verdict(true, &text),
        Some(Relation::Started) if any(State::Finished) || any(State::Live) => verdict(true, &text),
        Some(Relation::Over | Relation::Started) => not_yet(),
        Some(Relation::Now) => verdict(any(State::Live), &text),
        Some(Relation::At(time)) => clock::at(time, sessions, &text),
        Some(Relation::Night) => clock::at_night(sessions, &text),
        _ if all(State::Cancelled) => verdict(false, &text),
        _ if is_this_weekend(&question.options) && !is_near(plan) => {
            let seen = if plan.last < plan.today {
                "the last was"
            } else {
                "the next is"
            };
            let what = question.options.kind.map_or("session", schedule::kind);
            verdict(
                false,
                &format!(
                    "there is no {what} this weekend; {seen} {}, {}",
                    plan.weekend.name,
                    days(plan)
                ),
            )
        }
        _ => verdict(true, &text),
    }
}

/// True if no weekend, session or day is named: the weekend of these days is meant.
fn is_this_weekend(asked: &Options) -> bool {
    asked.weekend.is_none() && asked.session.is_none() && asked.day.is_none() && asked.season.is_none()
}

/// True if a weekend is on or begins in the week of the moment.
fn is_near(plan: &WeekendTimetable) -> bool {
    let to_sunday = Weekday::Sun.days_since(plan.today.weekday());
    let sunday = plan.today + Days::new(to_sunday.into());
    plan.first <= sunday && plan.last >= plan.today
}

/// No session is where it was asked for: `there is no race on Sun 23 Jun; Race 2 is Sat 22 Jun at 11:00 AM EDT`
fn none(question: &Question, plan: &WeekendTimetable) -> String {
    let asked = &question.options;
    let Some(day) = plan.only.flatten() else {
        return if plan.only.is_some() {
            format!("no such session is published for {}", plan.weekend.name)
        } else {
            format!(
                "{} is {}; its sessions are not published",
                plan.weekend.name,
                days(plan)
            )
        };
    };
    let on = if day == plan.today {
        "today".to_owned()
    } else {
        format!("on {}", time::day(day))
    };
    let instead = plan.instead.as_ref().map(|(weekend, one)| {
        let name = if weekend.id == plan.weekend.id {
            named(one)
        } else {
            at_weekend(one, &weekend.name)
        };
        format!("{name} {} {}", verb(one), when(one, plan.today, true))
    });
    let what = asked.kind.map_or("session", schedule::kind);
    let text = match (instead, &asked.session) {
        (Some(instead), Some(_)) => instead,
        (Some(instead), None) => format!("there is no {what} {on}; {instead}"),
        (None, _) => format!("no {what} {on} is published"),
    };
    if question.form.polar {
        verdict(false, &text)
    } else {
        text
    }
}

/// A weekend or its sessions, cancelled or not.
fn cancelled(polar: bool, plan: &WeekendTimetable) -> String {
    let weekend = &plan.weekend.name;
    let off: Vec<&TimetableSession> = plan
        .sessions
        .iter()
        .filter(|one| one.state == State::Cancelled)
        .collect();
    let sessions: Vec<&TimetableSession> = plan.sessions.iter().collect();
    let (is_off, text) = if plan.is_cancelled {
        (true, format!("{weekend} ({}) is cancelled", days(plan)))
    } else if !off.is_empty() {
        (true, several(&off, plan))
    } else if plan.only.is_some() && !sessions.is_empty() {
        (false, told(&sessions, plan))
    } else {
        (false, format!("nothing of {weekend} ({}) is cancelled", days(plan)))
    };
    if polar { verdict(is_off, &text) } else { text }
}

/// The days of a weekend, with the year where it is another.
fn days(plan: &WeekendTimetable) -> String {
    if plan.first.year() == plan.today.year() {
        time::short_days(plan.first, plan.last)
    } else {
        time::days(plan.first, plan.last)
    }
}

/// Sessions with their times and states: one in a sentence of its own.
fn told(sessions: &[&TimetableSession], plan: &WeekendTimetable) -> String {
    match sessions {
        [one] => single(one, plan),
        several => self::several(several, plan),
    }
}

fn single(one: &TimetableSession, plan: &WeekendTimetable) -> String {
    let subject = subject(one, plan);
    let when = when(one, plan.today, true);
    match (one.state, one.start) {
        (State::Cancelled, _) => format!("{subject} is cancelled"),
        (State::Live, _) => match until(one) {
            Some(end) => format!("{subject} is on now, until {end}"),
            None => format!("{subject} is on now; it started {when}"),
        },
        (State::Finished, Start::At(_)) => format!("{subject} is over; it started {when}"),
        (State::Finished, _) => format!("{subject} is over; it was {when}"),
        (_, Start::At(_)) => format!("{subject} starts {when}"),
        (_, Start::On(_)) => format!("{subject} is {when}"),
        (_, Start::Unknown) => format!(
            "the date and time of {} are not published; {} is {}",
            named(one),
            plan.weekend.name,
            days(plan)
        ),
    }
}

/// The end of a session.
fn end(one: &TimetableSession, plan: &WeekendTimetable) -> String {
    let subject = subject(one, plan);
    match (&one.track, until(one), one.state) {
        (Some(start), Some(end), State::Finished) => {
            format!("{subject} ended {} at {end}", date(start.date, plan.today))
        }
        (Some(start), Some(end), _) => format!("{subject} ends {} at {end}", date(start.date, plan.today)),
        _ => format!("the end of {} is not published; {}", named(one), single(one, plan)),
    }
}

/// `Race 1 is over and Race 2 is Sat 22 Jun at 11:00 AM EDT`
fn several(sessions: &[&TimetableSession], plan: &WeekendTimetable) -> String {
    let done = sessions.iter().all(|one| one.state == State::Finished);
    if let [first, .., last] = sessions
        && sessions.len() > MOST
    {
        let when = |one: &TimetableSession| format!("{}, {}", named(one), when(one, plan.today, false));
        let number = count(sessions.len(), "session", "sessions");
        return format!("{number}, from {} to {}", when(first), when(last));
    }
    let each = |one: &&TimetableSession| {
        let name = named(one);
        let start = when(one, plan.today, false);
        match one.state {
            State::Cancelled => format!("{name} is cancelled"),
            State::Live => match until(one) {
                Some(end) => format!("{name} is on now, until {end}"),
                None => format!("{name} is on now"),
            },
            State::Finished if done => format!("{name} was {start}"),
            State::Finished => format!("{name} is over"),
            State::Today | State::Upcoming => format!("{name} {} {start}", verb(one)),
        }
    };
    list(&sessions.iter().map(each).collect::<Vec<_>>())
}

const fn verb(one: &TimetableSession) -> &'static str {
    match one.state {
        State::Finished => "was",
        _ => "is",
    }
}

/// A session in a sentence, with its weekend unless that is on.
fn subject(one: &TimetableSession, plan: &WeekendTimetable) -> String {
    if (plan.first..=plan.last).contains(&plan.today) {
        named(one)
    } else {
        at_weekend(one, &plan.weekend.name)
    }
}

/// `Race 1`, `the race`
fn named(one: &TimetableSession) -> String {
    match one.session.name.as_str() {
        "Race" => "the race".to_owned(),
        "Sprint" => "the sprint".to_owned(),
        name => name.to_owned(),
    }
}

/// `Race 1 at Road America`, `the Great Britain race`
fn at_weekend(one: &TimetableSession, weekend: &str) -> String {
    match one.session.name.as_str() {
        "Race" => format!("the {weekend} race"),
        "Sprint" => format!("the {weekend} sprint"),
        name => format!("{name} at {weekend}"),
    }
}

/// `Fri 21 Jun at 4:20 PM EDT`, `today at 4:20 PM EDT`; `whole` with other clocks in brackets.
fn when(one: &TimetableSession, today: NaiveDate, whole: bool) -> String {
    let note = || one.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
    match (one.start, &one.track) {
        (Start::At(_), Some(track)) => {
            let (first, others) = match (&one.elsewhere, &one.reference) {
                (Some((_, asked)), _) if asked == track => (track, None),
                (Some((_, asked)), _) => (asked, Some((track, " at the track"))),
                (None, reference) => (track, reference.as_ref().map(|clock| (clock, ""))),
            };
            let day = if one.elsewhere.is_some() {
                time::day(first.date)
            } else {
                date(first.date, today)
            };
            let other = others.filter(|_| whole).map_or_else(String::new, |(clock, at)| {
                format!(" ({}{at})", beside(clock, first.date))
            });
            format!("{day} at {}{other}", time::zoned(first))
        }
        (Start::On(day), _) => format!("{}, at a time that is not published{}", date(day, today), note()),
        _ => "at a time that is not published".to_owned(),
    }
}

/// Another clock, with its day where that is another.
fn beside(clock: &LocalTime, day: NaiveDate) -> String {
    if clock.date == day {
        time::zoned(clock)
    } else {
        time::own_clock(clock)
    }
}

fn date(day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        "today".to_owned()
    } else if day.year() == today.year() {
        time::day(day)
    } else {
        time::day_and_year(day)
    }
}

/// The published end, by the circuit's clock.
fn until(one: &TimetableSession) -> Option<String> {
    one.track_end.as_ref().map(time::zoned)
}
