//! Scope of a count: a season, the driver or team, and the part of the season that is meant.

use crate::answer::{DriverSession, FeatScope, NamedId, Stage};
use crate::dataset::is_race;
use crate::domain::{ClassId, DriverId, Entry, Season, Session, SessionKind, Slug, SourceId, TeamId, Weekend};
use crate::question::Options;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::scoring::Finisher;

/// A session by its place in the running order of the season.
#[derive(Clone, Copy)]
pub(super) struct SessionAt<'a> {
    pub at: usize,
    pub weekend: &'a Weekend,
    pub session: &'a Session,
}

/// One season, limited to what is asked about.
#[derive(Clone, Copy)]
pub(super) struct CountScope<'q, 'a> {
    pub view: SeasonView<'a>,
    options: &'q Options,
    /// The first session, and the one after the last.
    from: usize,
    to: usize,
}

impl<'q, 'a> CountScope<'q, 'a> {
    /// The scope in a season; none if the season does not have what limits it.
    pub fn of(request: Request<'q>, view: SeasonView<'a>) -> Option<Self> {
        let options = request.options;
        let stage = |slug: &Slug| stage(view.season, slug);
        let to = options.before.as_ref().map(stage);
        let from = options.since.as_ref().map(stage);
        let class = options.class.as_ref();
        if class.is_some_and(|class| view.season.class(class.as_str()).is_none()) {
            return None;
        }
        Some(Self {
            view,
            options,
            from: match from {
                None => 0,
                Some(stage) => stage?.1 + 1,
            },
            to: match to {
                None => usize::MAX,
                Some(stage) => stage?.0,
            },
        })
    }

    /// The limits by name.
    pub fn limits(self) -> FeatScope {
        let Self { view, options, .. } = self;
        let weekend = options.weekend.as_ref();
        let session = weekend.zip(options.session.as_ref());
        let stage = |slug: &Slug| match view.season.weekend(slug.as_str()) {
            Some(weekend) => Stage::Weekend(NamedId::new(&weekend.id, &weekend.name)),
            None => Stage::Round(slug.clone().into()),
        };
        FeatScope {
            weekend: weekend.map(|id| NamedId::weekend(view.season, id)),
            session: session.map(|(weekend, id)| {
                let weekend = view.season.weekend(weekend.as_str());
                let session = weekend.and_then(|weekend| weekend.session(id.as_str()));
                NamedId::new(id, session.map_or(id.as_str(), |session| &session.name))
            }),
            class: options.class.as_ref().map(|id| NamedId::class(view.season, id)),
            before: options.before.as_ref().map(stage),
            since: options.since.as_ref().map(stage),
        }
    }

    /// True if it is limited to no part of the season.
    pub fn is_whole(self) -> bool {
        let Options { weekend, session, .. } = self.options;
        weekend.is_none() && session.is_none() && self.from == 0 && self.to == usize::MAX
    }

    /// True if a class is meant, by its name or as none is named.
    pub fn has_class(self, class: Option<&Slug>) -> bool {
        let asked = self.options.class.as_ref();
        asked.is_none_or(|asked| class.is_some_and(|class| *asked == *class))
    }

    /// The races in it that are over; sprints only where one is named, since they count apart.
    pub fn races(self) -> impl Iterator<Item = SessionAt<'a>> {
        let named = self.options.session.is_some();
        let qualifying = self.options.kind == Some(SessionKind::Qualifying);
        sessions(self.view.season)
            .filter(move |one| match one.session.kind {
                SessionKind::Qualifying => qualifying && !one.session.id.as_str().contains("sprint"),
                SessionKind::Race => !qualifying,
                _ => !qualifying && named && is_race(one.session),
            })
            .filter(move |one| self.has(*one) && self.view.over(one.weekend, one.session))
    }

    fn has(self, one: SessionAt<'_>) -> bool {
        let Options { weekend, session, .. } = self.options;
        (self.from..self.to).contains(&one.at)
            && weekend.as_ref().is_none_or(|id| one.weekend.id == *id)
            && session.as_ref().is_none_or(|id| one.session.id == *id)
    }

    /// The known results of the driver or team in it, with their sources.
    pub fn outings(self) -> (Vec<DriverSession>, Vec<&'a SourceId>) {
        let (mut outings, sources) = self
            .view
            .outings(|row| self.is_row(row), |drivers, team| self.is_theirs(drivers, team));
        outings.retain(|one| {
            let class = one.class.as_ref().map(|class| class.id.slug());
            self.has_class(class) && find(self.view.season, one).is_some_and(|at| self.has(at))
        });
        (outings, sources)
    }

    /// True if a row is the driver's or the team's.
    pub fn is_row(self, row: &Finisher<'_>) -> bool {
        self.is_theirs(&row.drivers, row.team)
    }

    /// True if the driver is among these, or the team is this.
    pub fn is_theirs(self, drivers: &[&DriverId], team: Option<&TeamId>) -> bool {
        match (&self.options.driver, &self.options.team) {
            (Some(driver), _) => drivers.contains(&driver),
            (None, Some(asked)) => team == Some(asked),
            (None, None) => false,
        }
    }

    /// True if the driver or team has an entry in the season.
    pub fn is_entered(self) -> bool {
        let mut entries = self.view.season.entries.iter();
        entries.any(|entry| {
            let drivers: Vec<&DriverId> = entry.drivers.iter().collect();
            self.is_theirs(&drivers, entry.team.as_ref())
        })
    }

    /// True if it is about a driver, who has one car at most in a race.
    pub fn is_of_driver(self) -> bool {
        self.options.driver.is_some()
    }

    /// The classes in which they may be at a weekend, as far as entries tell, those of the season where the weekend has
    /// none; `None` is the order over all cars.
    pub fn classes_at(self, weekend: &Weekend) -> Vec<Option<&'a ClassId>> {
        let is_at = |entry: &Entry| entry.weekends.is_none() || entry.is_for(&weekend.id);
        let listed = self.view.season.entries.iter().any(is_at);
        let theirs = |entry: &&Entry| {
            let drivers: Vec<&DriverId> = entry.drivers.iter().collect();
            self.is_theirs(&drivers, entry.team.as_ref())
                && (is_at(entry) || !listed)
                && self.has_class(entry.class.as_deref())
        };
        let entries = self.view.season.entries.iter().filter(theirs);
        let mut classes: Vec<Option<&ClassId>> = entries.map(|entry| entry.class.as_ref()).collect();
        classes.sort();
        classes.dedup();
        classes
    }
}

/// All sessions of a season in running order.
fn sessions(season: &Season) -> impl Iterator<Item = SessionAt<'_>> {
    let all = season.weekends.iter();
    let all = all.flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)));
    all.enumerate()
        .map(|(at, (weekend, session))| SessionAt { at, weekend, session })
}

/// The session of a known result.
pub(super) fn find<'a>(season: &'a Season, one: &DriverSession) -> Option<SessionAt<'a>> {
    sessions(season).find(|other| other.weekend.id == one.weekend.id && other.session.id == one.session.id)
}

/// The first and last session of a weekend or round.
pub(super) fn stage(season: &Season, slug: &Slug) -> Option<(usize, usize)> {
    let named = season.weekend(slug.as_str()).is_some();
    let meant = |one: &SessionAt<'_>| {
        if named {
            one.weekend.id == *slug
        } else {
            one.session.round.as_deref() == Some(slug)
        }
    };
    let mut meant = sessions(season).filter(meant).map(|one| one.at);
    let first = meant.next()?;
    Some((first, meant.last().unwrap_or(first)))
}
