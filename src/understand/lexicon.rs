//! The words of the grammar: the tag of each word or phrase, in English, Spanish, French and German alike.
//!
//! A word stands without accents and apostrophes, as the text does. To teach the grammar a word, write it here.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::tags::Tag::{self, *};
use super::unsupported::UNSUPPORTED;

/// Words and phrases by their tag; one word can have several.
#[rustfmt::skip]
const TAGS: &[(Tag, &[&str])] = &[
    (When, &[ "start time", "start times", "starting time", "starting times",
        "when", "whens", "wen", "whn", "time", "times", "what time", "what times", "wat time", "what day",
        "what date", "which day", "date", "dates", "hour", "oclock", "cuando", "a que hora", "que hora", "hora",
        "horas", "quand", "a quelle heure", "quelle heure", "heure", "heures", "wann", "um wie viel uhr", "um wieviel uhr", "wieviel uhr", "wie viel uhr", "uhr",
        "uhrzeit", "wie spat",
    ]),
    (Start, &[ "founded", "inaugural", "first held",
        "start", "starts", "starting", "started", "begin", "begins", "began", "beginning", "kick off", "kickoff",
        "green flag", "lights out", "get going", "gets going", "get underway", "underway", "empieza", "comienza",
        "commence", "commencent", "debute", "debutent", "beginnt", "startet", "fangt", "end", "ends", "ending", "finish",
        "finishes", "go hot", "goes hot", "cars on track",
    ]),
    (HowLong, &["how many laps", 
        "how long", "duration", "length", "how many minutes", "minutes long", "cuanto dura", "cuanto duran", "dura",
        "duran", "duree", "min", "mins", "minutes", "combien de temps", "dure", "durent", "wie lang", "wie lange", "dauert", "dauern",
    ]),
    (Until, &[
        "till", "til", "until", "untill", "countdown", "count down", "how soon", "how long till", "how long until",
        "how long til", "how long before", "how long to", "time left", "time until", "time till", "how many days",
        "how many hours", "how many sleeps", "falta", "faltan", "cuanto falta", "wie lange noch", "noch bis",
        "dans combien de temps", "jusqua",
    ]),
    (HowMany, &[
        "how many", "how much", "howmany", "number of", "amount", "count", "cuantos", "cuantas", "cuanto", "cuanta",
        "combien", "wie viele", "wie viel", "wieviel", "wieviele", "how often", "how many times",
    ]),
    (HowFar, &["how far", "how much", "how big", "how large", ]),
    (Who, &[
        "who", "whos", "whose", "whom", "quien", "quienes", "qui", "wer", "wem", "which driver", "what driver",
        "which drivers", "what drivers", "who all", "which team", "which car",
    ]),
    (Where, &[
        "what state", "what country", "what city", "which country", "which state", "where", "wheres", "donde", "wo",
        "wohin",
    ]),
    (Any, &[
        "any", "anyone", "anybody", "someone", "somebody", "alguien", "jemand", "quelquun", "everyone", "everybody",
        "all",
    ]),
    (Ever, &["ever", "jemals", "jamais", "alguna vez", "career", "all time", "in total", "overall wins"]),
    (Will, &["gonna", "going to", "will", "gunna", "wird", "va a", "va gagner", "gana hoy"]),
    (Can, &[
        "safe",
        "can", "could", "cant", "puede", "peut", "kann", "possible", "possibly", "able", "mathematically",
        "a chance",
    ]),
    (If, &[
        "enough", "does pole", "does a win", "if", "what if", "suppose", "assuming", "would", "should", "scenario",
        "says he", "si", "wenn", "falls",
    ]),
    // Tables.
    (Table, &[
        "standing", "standings", "standngs", "stadings", "table", "tables", "leaderboard", "leader board", "ranking",
        "rankings", "scoreboard", "points table", "championship order", "top of the table", "clasificacion", "tabla",
        "posiciones", "classement", "tabelle", "wertung", "gesamtwertung", "punktestand", "stand", "tableau",
        "stands", "stack up", "shape up",
    ]),
    (Champ, &[
        "championship", "championships", "champ", "champs", "campeonato", "championnat", "meisterschaft",
        "points race", "campeonatos",
    ]),
    (Title, &[
        "title", "titles", "crown", "champ", "champs", "contender", "contenders", "alive", "still win", "titulo", "titre", "titel", "champion", "champions", "championship win",
        "campeon", "meister", "win the championship", "win the title", "win the champ", "take the title",
        "win it all", "in contention", "contention", "in the hunt", "title fight", "title race", "title hunt",
        "eliminated", "out of it",
    ]),
    (Clinch, &[
        "clinch", "clinched", "clinches", "decided", "wrap up", "wrapped up", "seal", "sealed", "sewn up", "secure",
        "secured", "locked up",
    ]),
    (Lead, &[
        "lead", "leads", "leading", "leader", "leaders", "led", "on top", "top of", "in front", "in first",
        "winning the championship", "va ganando", "van ganando", "encabeza", "lider", "lidera", "lideres", "va primero", "en tete", "mene", "leader du",
        "leadership", "fuhrt", "fuhrender", "fuhrung", "spitze", "primero", "premier", "whos first", "who is first",
        "ahead on points", "ahead in points", "frontrunner", "vorne", "winning pro", "points leader", "top spot",
        "number one", "head of", "flip", "flips",
    ]),
    (Gap, &["how close is", "how close are", "how close", 
        "gap", "gaps", "deficit", "difference", "diff", "apart", "points between", "points off", "margin", "separate",
        "separates", "separated", "separating", "spread", "abstand", "ruckstand", "ecart", "decart", "lecart", "retard", "diferencia",
        "ventaja", "distancia", "lead over", "advantage", "points clear", "cushion", "avance", "vorsprung",
    ]),
    (Ahead, &[
        "ahead", "clear", "in front of", "devant", "delante", "vor", "lead by", "leads by", "leading by", "up on",
    ]),
    (Behind, &["from the lead", "from first", "from the leader", "from the top", "from p1", "away from", 
        "behind", "back", "adrift", "trailing", "trail", "trails", "off the lead", "to the lead", "to the leader",
        "off the leader", "off top", "down on", "chasing", "closest to", "nearest to", "catching", "hinter", "derriere", "detras", "atras", "off", "to catch",
        "short of",
    ]),
    (Between, &["between", "zwischen", "entre", "btw", "from first to", "beetween"]),
    (Points, &[
        "point", "points", "pts", "pt", "pnts", "ponits", "pionts", "punkte", "punkten", "punkt", "punto", "puntos",
        "total", "totals", "tally", "score", "scored", "scores", "punktzahl",
    ]),
    (Place, &[
        "place", "places", "position", "positions", "pos", "posicion", "platz", "platze", "spot", "spots", "rank",
        "ranked",
    ]),
    (Worth, &[
        "worth", "get for", "gets for", "got for", "give for", "given for", "points for", "pts for", "point for",
        "pay", "pays", "paid", "value", "earn", "earns", "award", "awarded", "awards", "bonus", "vale", "valen",
        "wert", "bekommt", "bringt", "gibt", "rapporte", "rapportent", "vaut", "points per", "points from",
        "points go to", "points does a", "points do you get", "pts do you get", "pts do u get", "points do u get",
    ]),
    (Drop, &[
        "drop", "drops", "dropped", "drop scores", "worst results", "drop score", "discard", "discarded",
        "streichergebnis", "streichergebnisse", "best results count",
    ]),
    (Rules, &["what happens in a tie", "what happens if they tie", "how are ties broken", 
        "rule", "rules", "scoring", "points system", "point system", "points scale", "scoring system", "points work",
        "points structure", "points rules", "points breakdown", "explain the points", "explain points",
        "explain the scoring", "how do points", "how do the points", "how are points", "how is it scored", "reglas",
        "sistema de puntos", "systeme de points", "bareme", "punktesystem", "regeln", "point scoring", "tie", "ties",
        "tiebreak", "tiebreaker", "tie break", "tied", "countback", "in each class", "per class", "each class", "same points", "max points", "maximum points", "points available", "points are available",
        "points on offer", "points are on offer", "points left", "points are left", "points remaining",
    ]),
    (Eligible, &[
        "eligible", "eligibility", "qualifies for", "qualify for the", "allowed", "can enter", "can score",
        "who can compete", "berechtigt", "elegible",
    ]),
    (Close, &[
        "closest", "tightest", "close", "tight", "smallest", "narrowest", "nearest", "engste", "knappste", "serre",
        "cerrado", "most competitive", "renida", "mas renida", "least",
    ]),
    (Biggest, &[
        "biggest", "largest", "widest", "most dominant", "dominant", "dominating", "most comfortable", "greatest",
        "grosste", "mayor", "plus grande", "plus gros", "runaway", "huge",
    ]),
    (Lose, &["lose", "loses", "losing", "give up", "overtaken", "perder", "perdre", "verlieren", "surrender"]),
    (Take, &["flip", "flips", "swap", "swaps", "change hands", "get ahead", "move ahead", "go ahead", "become leader", 
        "take", "takes", "overtake", "pass", "catch", "get the lead", "gain", "retake", "grab", "snatch", "steal",
        "leapfrog", "jump",
    ]),
    (Stay, &["safe", "stay", "hold", "keep", "retain", "stay ahead", "hang on", "hold on", "leave with the lead"]),
    (Need, &["need", "needs", "require", "requires", "must", "has to", "have to", "necesita", "braucht", "take for"]),
    (Explain, &[
        "explain", "breakdown", "break down", "come from", "comes from", "came from", "made up", "add up", "adds up",
        "calculated", "computed", "worked out", "where did he get", "how did he get",
    ]),
    (Versus, &[
        "vs", "versus", "against", "compare", "compared", "contre", "contra", "gegen", "v", "compares", "comparison",
    ]),
    // Sessions and their results.
    (Win, &["both wins", 
        "win", "wins", "won", "winner", "winners", "winning", "victory", "victories", "winnner", "winer", "gano",
        "gana", "ganado", "ganador", "ganadores", "ganaron", "gagne", "gagnee", "vainqueur", "vainqueurs", "gagnant",
        "remporte", "gewonnen", "gewann", "gewinner", "sieger", "sieg", "siege", "victoires", "victoire", "victorias",
        "victoria", "came first", "come first", "finished first", "took the win", "top step", "took victory",
        "on the top step", "take the win", "first place in",
    ]),
    (Sweep, &[
        "swept", "sweep", "sweeps", "double", "doubled", "doubled up", "won twice", "clean sweep", "the double",
        "both wins", "doppelsieg", "doublet", "doblete",
    ]),
    (Both, &["both", "beide", "ambas", "ambos", "les deux", "twice", "las dos", "dos veces", "zweimal"]),
    (Result, &["what did", 
        "result", "results", "reslts", "resutls", "resultado", "resultados", "resultat", "resultats", "ergebnis",
        "ergebnisse", "finish", "finished", "finishes", "finishing", "finishing order", "how did", "what happened",
        "happened", "recap", "get on", "ended up", "classified", "arrivee", "retired", "dnf", "crashed", "outcome",
        "final order", "went down",
    ]),
    (Podium, &["podium", "podiums", "podio", "podios", "podest", "podeste", "top three", "top 3"]),
    (Top, &["top"]),
    (Pole, &[
        "pole", "poles", "pole position", "pole positions", "poleposition", "on pole", "pole sitter", "polesitter",
        "took pole", "pole lap",
    ]),
    (Fastest, &[
        "fastest lap", "fastest laps", "fl", "fast lap", "quickest lap", "fastest race lap", "vuelta rapida",
        "schnellste runde", "meilleur tour", "tour le plus rapide", "best lap",     ]),
    (Margin, &[
        "win by", "won by", "winning margin", "margin of victory", "how close was", "margin", "sec", "secs",
        "seconds", "beat",
    ]),
    (Schedule, &[
        "schedule", "schedul", "schedle", "scedule", "shedule", "sched", "timetable", "time table", "agenda",
        "itinerary", "track action", "track time", "on track", "action", "whats on", "what is on", "anything on",
        "is there any", "whats happening", "what is happening", "happening", "horario", "horarios", "programa",
        "programme", "zeitplan", "horaires", "lineup for", "run down", "rundown", "running order", "plan", "zeiten",
        "times for",
    ]),
    (Calendar, &[
        "finale", "season finale", "final race", "last race of the season", "last round of the season", "last round",
        "calendar", "calender", "kalender", "calendrier", "calendario", "all the races", "race weekends",
        "full season", "all rounds", "rest of the season", "season schedule", "tracks this year",
        "tracks this season", "season end", "season ends", "season finish", "season finishes", "end of the season", "season start",
        "season starts", "season begin", "season begins", "start of the season", "january", "february", "april", "june",
        "july", "august", "september", "october", "november", "december", "sprint weekends", "sprint rounds",
        "have a sprint", "are sprints", "with a sprint",
    ]),
    (Practice, &[
        "practice", "practices", "practise", "fp", "training", "entrenamiento", "entrenamientos",
        "essais", "practica", "warm up", "warmup",
    ]),
    (Quali, &[
        "quali", "qualis", "qualy", "qually", "qualifying", "qualfying", "qualification", "qualifications", "qualify",
        "qualifiying", "qualif", "qualifs", "qualifikation", "clasificacion", "grid", "q", "qualifyin",
        "zeittraining", "shootout", "sprint shootout", "sprint qualifying", "sprint quali", "sprint qualy", "sq",
    ]),
    (Sprint, &[
        "sprint", "sprints", "sprint race", "sprint races", "shootout", "sprint shootout", "sprint qualifying",
        "sprint quali", "sprint qualy", "sq", "sprint weekend", "sprint weekends", "sprint rounds", "have a sprint",
        "has a sprint", "with a sprint", "are sprints",
    ]),
    (Race, &[
        "sprint", "sprints", "sprint race", "sprint races", "sprint weekend", "sprint weekends", "sprint rounds",
        "have a sprint", "has a sprint", "with a sprint", "are sprints",
        "race", "races", "racing today", "carrera", "carreras", "course", "courses", "rennen", "lauf", "corrida",
        "grand prix", "gp", "feature", "raceday",
    ]),
    (Session, &["session", "sessions", "sesion", "sesiones", "sitzung", "seance"]),
    (Next, &[
        "next", "upcoming", "proxima", "proximo", "prochaine", "prochain", "nachste", "nachstes", "nachster",
        "nachsten", "coming up", "nxt", "siguiente",
    ]),
    (Last, &[
        "last", "latest", "most recent", "previous", "derniere", "dernier", "ultima", "ultimo", "letzte", "letztes",
        "letzten", "past", "prior",
    ]),
    (Now, &[
        "now", "rn", "currently", "right now", "atm", "ahora", "maintenant", "jetzt", "live", "at the moment",
        "current", "aktuell", "actuellement", "actual", "at present", "going on",
    ]),
    (This, &["this", "esta", "este", "cette", "dieses", "diese", "diesem", "dieser", "here"]),
    (Here, &["here", "at this track", "this track", "ici", "hier", "aqui"]),
    (Weekend, &[
        "weekend", "wknd", "wkend", "weekends", "wochenende", "fin de semana", "week end", "event", "finde", "week",
        "meeting",
    ]),
    (Round, &[
        "round", "rounds", "rnd", "rd", "manche", "manches", "ronda", "rondas", "runde", "runden", "stop", "stops",
    ]),
    (Season, &["season", "temporada", "saison", "year", "campaign", "ano", "annee", "jahr"]),
    (After, &[
        "after", "following", "apres", "nach", "despues", "post", "leaving", "coming out of", "coming into", "since",
        "going into", "as of", "afterwards",
    ]),
    (Before, &["b4", "before", "avant", "antes"]),
    (Since, &["since", "depuis", "seit", "desde"]),
    (Remaining, &[
        "left", "remaining", "remain", "remains", "still to go", "to go", "to come", "rest", "restantes", "quedan",
        "restent", "ubrig", "more races", "more rounds",
    ]),
    (Halfway, &[
        "halfway", "half way", "midpoint", "midway", "half", "midseason", "mid season", "how far into",
        "how far through", "season started", "season begun", "been run", "been held", "been completed",
        "have they run", "have they done", "mitad", "moitie", "halfte", "how deep into", "how far along",
    ]),
    (Together, &[
        "together", "same time", "same session", "combined", "separate", "separately", "separated", "own session",
        "own qualifying", "same race", "juntos", "ensemble", "zusammen", "split", "mixed", "at once",
        "share the track",
    ]),
    // Subjects and places.
    (Team, &[
        "team", "teams", "squad", "outfit", "entrant", "entrants", "equipe", "equipes", "equipo", "equipos",
        "mannschaft", "crew", "constructors", "constructor", "manufacturers", "drive for", "drives for", "race for",
        "races for", "driving for", "drivin for", "racing for",     ]),
    (Driver, &[
        "driver", "drivers", "pilot", "pilots", "pilote", "pilotes", "piloto", "pilotos", "fahrer", "racer", "racers",
    ]),
    (Mate, &["team mate", "team mates", "teammate", "teammates", "companero de equipo", "coequipier", "teamkollege"]),
    (Most, &["most", "mas victorias", "meisten", "le plus"]),
    (Group, &[
        "class", "classes", "category", "categories", "division", "divisions", "klasse", "klassen", "categoria",
        "categorias", "categorie", "clase", "clases",
    ]),
    (Drive, &[
        "drive", "drives", "drivs", "driving", "driven", "drove", "behind the wheel", "in the car", "fahrt",
        "conduce", "conduit", "wheel", "pilotea", "races the", "runs the",
    ]),
    (Car, &[
        "car", "cars", "coche", "coches", "voiture", "voitures", "auto", "autos", "wagen", "car number", "number",
        "no", "entry number", "numero", "nummer",
    ]),
    (Model, &[
        "what car", "which car", "what cars", "what kind of car", "what type of car", "what model", "model",
        "what machine", "type of car", "kind of car", "what do they drive", "que coche", "welches auto",
        "quelle voiture",
    ]),
    (Rookie, &[
        "rookie", "rookies", "debut", "debutant", "first season", "first year", "newcomer", "newcomers", "novice",
        "novato", "neuling", "new driver", "new drivers", "new to the series",
    ]),
    (From, &[
        "dutch", "canadian", "canadians", "american", "americans", "british", "german", "germans", "kiwi", "kiwis",
        "australian", "aussie", "aussies", "french", "italian", "mexican", "brazilian", "japanese", "chinese",
        "dominican", "venezuelan",
        "from", "hometown", "home town", "home", "born", "lives", "live", "nationality", "country", "based", "hails",
        "hail", "viene", "kommt", "nacionalidad", "nationalite", "nationalitat", "local", "locals", "hometown of",
    ]),
    (Women, &[
        "women", "woman", "womens", "female", "females", "girl", "girls", "lady", "ladies", "mujer", "mujeres",
        "femme", "femmes", "frau", "frauen", "her",
    ]),
    (Entry, &["whos in", "who is in", "who all is in", "who are in", 
        "entry", "entries", "entered", "field", "entry list", "entrylist", "line up", "lineup", "roster", "racing",
        "competing", "participating", "running", "starters", "in this", "taking part", "on the grid", "car count",
        "in the race", "participants", "inscritos", "engages", "starterfeld", "teilnehmer", "signed up",
        "in the field", "show up", "showing up", "racing here", "in this one",
    ]),
    (Track, &["raced", "time zone", "what time zone", "timezone", 
        "track", "tracks", "circuit", "circuits", "circuito", "piste", "strecke", "rennstrecke", "venue", "layout",
        "lap", "pista", "miles", "mile", "km", "kilometers", "kilometres", "kilometer", "trazado",
    ]),
    (Turn, &[
        "turn", "turns", "corner", "corners", "curva", "curvas", "virage", "virages", "kurve", "kurven", "bends",
    ]),
    (Record, &["record", "lap record", "track record", "rundenrekord", "record du tour", "records"]),
    (Preview, &[
        "preview", "vorschau", "what to watch for", "need to know", "what should i know", "storylines",
        "talking points", "look ahead", "tell me about this weekend",
    ]),
    (Series, &[
        "carrera cup", "porsche cup", "series", "serie", "the cup", "porsche carrera cup", "carrera cup na",
        "one make",
    ]),
];

/// All words and phrases by their tag.
pub(super) fn tags() -> impl Iterator<Item = &'static (Tag, &'static [&'static str])> {
    TAGS.iter().chain(UNSUPPORTED)
}
