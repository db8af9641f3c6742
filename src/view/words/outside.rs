//! Questions outside the scope of the bot in words.

use crate::understand::UnsupportedTopic;

/// The title of such an answer.
pub fn title(topic: UnsupportedTopic) -> &'static str {
    match topic {
        UnsupportedTopic::Reminders => "Reminders",
        UnsupportedTopic::Feeds => "Calendar feeds",
        UnsupportedTopic::Greeting => "Hello",
        UnsupportedTopic::Thanks => "You are welcome",
        UnsupportedTopic::Complaint => "Sorry",
        UnsupportedTopic::Updates => "New data",
        UnsupportedTopic::Spoilers => "Spoilers",
        UnsupportedTopic::Commands => "Commands",
        UnsupportedTopic::Weather
        | UnsupportedTopic::Tickets
        | UnsupportedTopic::Broadcast
        | UnsupportedTopic::Prediction
        | UnsupportedTopic::Opinion
        | UnsupportedTopic::Machine
        | UnsupportedTopic::Ages
        | UnsupportedTopic::LapsLed
        | UnsupportedTopic::Penalties
        | UnsupportedTopic::Other
        | UnsupportedTopic::OtherSeries => "Not something I can tell",
    }
}

/// The reason why it is not answered, and what can be asked instead.
pub fn reason(topic: UnsupportedTopic, words: Option<&str>) -> String {
    match topic {
        UnsupportedTopic::Reminders => "I cannot remind anybody from here: reminders are set on Discord, with /remind me, or by asking me there in your \
                               own words. The times of all sessions are in the schedule."
            .to_owned(),
        UnsupportedTopic::Feeds => "There is no calendar feed (ics) yet. The schedule has all times, and the season's calendar all weekends.".to_owned(),
        UnsupportedTopic::Greeting => "Hello! Ask me when sessions are, who won, who leads and by how much.".to_owned(),
        UnsupportedTopic::Thanks => "You are welcome.".to_owned(),
        UnsupportedTopic::Complaint => "Sorry about that. Say what is right, such as \"you are wrong, Cooper has 90 points\", and I compare it with what I \
                                         hold; the contents of the packs, with their sources and dates, are under about."
            .to_owned(),
        UnsupportedTopic::Updates => "New results come with newer packs: whoever runs the bot puts them into the folder of packs, sends it a SIGHUP; \
                                       `raceweek check` tests them first. How far the results go is under about."
            .to_owned(),
        UnsupportedTopic::Weather => "I do not know the weather: the packs hold none. I can tell the schedule, the track and the standings.".to_owned(),
        UnsupportedTopic::Tickets => "I do not know of tickets, prices, parking or places to stay. I can tell the schedule and the track.".to_owned(),
        UnsupportedTopic::Broadcast => {
            "I do not know where it is shown: the packs hold no broadcasts or streams. I can tell when every session starts: the schedule.".to_owned()
        }
        UnsupportedTopic::Prediction => {
            "I do not predict: nobody knows that yet. What I can tell are the leaders, the standings and the gaps as they are.".to_owned()
        }
        UnsupportedTopic::Opinion => "I have no opinions, only results: standings, winners and gaps speak for themselves. Try one of these.".to_owned(),
        UnsupportedTopic::Machine => "I do not know that: the packs hold no technical data, prices or speeds. I can tell results, tracks and the schedule.".to_owned(),
        UnsupportedTopic::Ages => "I do not know how old anybody is: the packs hold no dates of birth. I can tell entries, results and standings.".to_owned(),
        UnsupportedTopic::LapsLed => {
            "I do not know who led which laps: the packs hold results, not lap charts. I can tell winners, poles and fastest laps.".to_owned()
        }
        UnsupportedTopic::Penalties => {
            "I cannot count penalties: the packs hold some of them, not all. I can tell those known of one race: \"who was penalised in race 1\"."
                .to_owned()
        }
        UnsupportedTopic::Other => "I know the racing alone: times, results, standings, gaps, drivers, teams and tracks.".to_owned(),
        UnsupportedTopic::OtherSeries => {
            let which = words.map_or_else(|| "that series".to_owned(), named);
            format!("The packs hold nothing of {which}, not even times: it is another event than the series I know. I can tell this series' own schedule.")
        }
        UnsupportedTopic::Commands => "Settings, announcements and what is kept about you are looked after on Discord: nothing is kept here.".to_owned(),
        UnsupportedTopic::Spoilers => "On Discord, say up to which session you have seen, such as \"seen up to race 1\", and I hide what came later.".to_owned(),
    }
}

/// The common name of another series.
fn named(words: &str) -> String {
    match words {
        "f1" | "formula one" | "formel 1" | "formule 1" | "formula 1" => "Formula 1 (F1)".to_owned(),
        "imsa" | "weathertech" => "IMSA's WeatherTech championship".to_owned(),
        other => format!("'{other}'"),
    }
}
