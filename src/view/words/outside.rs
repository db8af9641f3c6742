//! Questions outside the scope of the bot in words.

use crate::question::reading::Outside;

/// The title of such an answer.
pub fn title(topic: Outside) -> &'static str {
    match topic {
        Outside::Reminders => "Reminders",
        Outside::Feeds => "Calendar feeds",
        Outside::Courtesy => "At your service",
        Outside::Spoilers => "Spoilers",
        Outside::Weather
        | Outside::Tickets
        | Outside::Broadcast
        | Outside::Prediction
        | Outside::Opinion
        | Outside::Machine
        | Outside::OtherSeries => "Not something I can tell",
    }
}

/// The reason why it is not answered, and what can be asked instead.
pub fn reason(topic: Outside, words: Option<&str>) -> String {
    match topic {
        Outside::Reminders => "I cannot remind anybody from here: reminders are set on Discord, with /remind me, or by asking me there in your \
                               own words. The times of all sessions are in the schedule."
            .to_owned(),
        Outside::Feeds => "There is no calendar feed (ics) yet. The schedule has all times, and the season's calendar all weekends.".to_owned(),
        Outside::Courtesy => "Ask me when sessions are, who won, who leads and by how much.".to_owned(),
        Outside::Weather => "I do not know the weather: the packs hold none. I can tell the schedule, the track and the standings.".to_owned(),
        Outside::Tickets => "I do not know of tickets, prices, parking or places to stay. I can tell the schedule and the track.".to_owned(),
        Outside::Broadcast => {
            "I do not know where it is shown: the packs hold no broadcasts or streams. I can tell when every session starts: the schedule.".to_owned()
        }
        Outside::Prediction => {
            "I do not predict: nobody knows that yet. What I can tell are the leaders, the standings and the gaps as they are.".to_owned()
        }
        Outside::Opinion => "I have no opinions, only results: standings, winners and gaps speak for themselves. Try one of these.".to_owned(),
        Outside::Machine => "I do not know that: the packs hold no technical data, prices or speeds. I can tell results, tracks and the schedule.".to_owned(),
        Outside::OtherSeries => {
            let which = words.map_or_else(|| "that series".to_owned(), named);
            format!("The packs hold nothing of {which}, not even times: it is another event than the series I know. I can tell this series' own schedule.")
        }
        Outside::Spoilers => "On Discord, say up to which session you have seen, such as \"seen up to race 1\", and I hide what came later.".to_owned(),
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
