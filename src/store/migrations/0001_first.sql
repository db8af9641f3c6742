-- Times are seconds since 1970 in UTC, ids are Discord's; 0 and '' stand for nothing.

-- What concerns the database as a whole: its kind, up to when waves were looked for.
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);

-- Rises with each change to what processes keep in memory, so that the others read it again.
CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);

-- Who may do what only one process at a time may; until when, in milliseconds.
CREATE TABLE lease (name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, until_ms BIGINT NOT NULL);

CREATE TABLE subscription (
    id BIGINT NOT NULL PRIMARY KEY,
    owner BIGINT NOT NULL,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    -- direct, mention or channel
    target TEXT NOT NULL,
    role BIGINT NOT NULL,
    -- selectors and leads, with blanks between them
    selectors TEXT NOT NULL,
    leads TEXT NOT NULL,
    created BIGINT NOT NULL,
    paused_until BIGINT NOT NULL
);
CREATE INDEX subscription_owner ON subscription (owner, id);
CREATE INDEX subscription_guild ON subscription (guild, id);
CREATE INDEX subscription_channel ON subscription (channel, id);
CREATE INDEX subscription_role ON subscription (role) WHERE role <> 0;

-- Every selector of every subscription with every lead: who wants to hear of a wave is found here.
CREATE TABLE wish (
    selector TEXT NOT NULL,
    lead BIGINT NOT NULL,
    subscription BIGINT NOT NULL,
    PRIMARY KEY (selector, lead, subscription)
);
CREATE INDEX wish_subscription ON wish (subscription);

-- The leads that are or were in use.
CREATE TABLE lead_in_use (minutes BIGINT NOT NULL PRIMARY KEY);

CREATE TABLE wave (
    guild BIGINT NOT NULL,
    subject TEXT NOT NULL,
    occasion TEXT NOT NULL,
    lead BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    due BIGINT NOT NULL,
    was BIGINT NOT NULL,
    -- how far it has been spread: the selector by number, and the last subscription
    selector BIGINT NOT NULL,
    subscription BIGINT NOT NULL,
    done BIGINT NOT NULL,
    PRIMARY KEY (guild, subject, occasion, lead, starts, was)
);
CREATE INDEX wave_open ON wave (starts, due) WHERE done = 0;
CREATE INDEX wave_start ON wave (starts, occasion);

CREATE TABLE delivery (
    -- the key, which is the nonce
    id TEXT NOT NULL PRIMARY KEY,
    subscription BIGINT NOT NULL,
    owner BIGINT NOT NULL,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    target TEXT NOT NULL,
    role BIGINT NOT NULL,
    scope BIGINT NOT NULL,
    subject TEXT NOT NULL,
    occasion TEXT NOT NULL,
    lead BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    due BIGINT NOT NULL,
    was BIGINT NOT NULL,
    -- pending, taken, sent, skipped, failed or unconfirmed
    state TEXT NOT NULL,
    holder TEXT NOT NULL,
    -- when the first try began that may have arrived, and how many were made
    attempted BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    message BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX delivery_pending ON delivery (starts, due, id) WHERE state = 'pending';
CREATE INDEX delivery_taken ON delivery (holder) WHERE state = 'taken';
CREATE INDEX delivery_subject ON delivery (subject, occasion, starts, subscription);
CREATE INDEX delivery_owner ON delivery (owner, settled);
CREATE INDEX delivery_guild ON delivery (guild, settled);
CREATE INDEX delivery_subscription ON delivery (subscription);
CREATE INDEX delivery_settled ON delivery (settled);

-- What happened that no delivery tells: channels paused, subscriptions ended.
CREATE TABLE journal (
    at BIGINT NOT NULL,
    owner BIGINT NOT NULL,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX journal_owner ON journal (owner, at);
CREATE INDEX journal_guild ON journal (guild, at);

-- Channels that Discord refused, until somebody sees to it.
CREATE TABLE paused_channel (
    id BIGINT NOT NULL PRIMARY KEY,
    guild BIGINT NOT NULL,
    since BIGINT NOT NULL,
    why TEXT NOT NULL,
    told BIGINT NOT NULL
);

-- A server's settings; left is when the bot left it.
CREATE TABLE guild (
    id BIGINT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    zone TEXT NOT NULL,
    spoilers BIGINT NOT NULL,
    quiet BIGINT NOT NULL,
    events BIGINT NOT NULL,
    left_at BIGINT NOT NULL
);
CREATE INDEX guild_left ON guild (left_at);

-- Up to when somebody has seen the racing.
CREATE TABLE seen (person BIGINT NOT NULL PRIMARY KEY, until BIGINT NOT NULL);

-- Changes to the calendar, by a server for itself or by the operator for all (guild 0).
CREATE TABLE change (
    guild BIGINT NOT NULL,
    subject TEXT NOT NULL,
    -- moved, delayed or cancelled
    what TEXT NOT NULL,
    starts BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    made BIGINT NOT NULL,
    -- the version of the pack that it changes
    version TEXT NOT NULL,
    PRIMARY KEY (guild, subject)
);

-- The scheduled events of servers.
CREATE TABLE event (
    guild BIGINT NOT NULL,
    subject TEXT NOT NULL,
    -- 0 until Discord has told its id
    event BIGINT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (guild, subject)
);

-- The results that were noticed, line by line, and what was noticed before, so that a later correction can be told.
CREATE TABLE result (
    subject TEXT NOT NULL PRIMARY KEY,
    lines TEXT NOT NULL,
    previous TEXT NOT NULL,
    noticed BIGINT NOT NULL
);

INSERT INTO counter (name, value) VALUES ('revision', 1);
