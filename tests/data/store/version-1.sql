-- A database as version 1 of the tables left it: what later versions make of it is tested.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO _sqlx_migrations VALUES(1,'first','2026-11-25 20:20:14',1,X'd8ef49d052bb13211513b303390768b65be9c8c7ce16f758461bc92b28094f91fe17c9aef48410e7b2c6f7ba1c44f5df',7977388);
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO meta VALUES('kind','real');
CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL);
INSERT INTO counter VALUES('revision',2);
INSERT INTO counter VALUES('planned-until',1719000300);
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
INSERT INTO subscription VALUES(1,300,0,600,'direct',0,'pccna:*:race pccna:2024/watkins-glen:#race-1','1h 15m',1718884800,1719792000);
INSERT INTO subscription VALUES(2,300,400,500,'channel',77,'pccna:*:race@pro-am','15m',1718884800,0);
INSERT INTO subscription VALUES(3,300,400,501,'mention',0,'pccna:*:race','1d',1718884800,1719792000);
CREATE TABLE wish (
    selector TEXT NOT NULL,
    lead BIGINT NOT NULL,
    subscription BIGINT NOT NULL,
    PRIMARY KEY (selector, lead, subscription)
);
INSERT INTO wish VALUES('pccna:*:race',60,1);
INSERT INTO wish VALUES('pccna:*:race',15,1);
INSERT INTO wish VALUES('pccna:2024/watkins-glen:#race-1',60,1);
INSERT INTO wish VALUES('pccna:2024/watkins-glen:#race-1',15,1);
INSERT INTO wish VALUES('pccna:*:race@pro-am',15,2);
INSERT INTO wish VALUES('pccna:*:race',1440,3);
CREATE TABLE lead_in_use (minutes BIGINT NOT NULL PRIMARY KEY);
INSERT INTO lead_in_use VALUES(60);
INSERT INTO lead_in_use VALUES(15);
INSERT INTO lead_in_use VALUES(1440);
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
INSERT INTO wave VALUES(0,'pccna/2024/watkins-glen/race-1','start',15,1719001200,1719000300,0,2,-1,1);
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
INSERT INTO delivery VALUES('5bnboeuwjxx456lwnss2clglf',1,300,0,600,'direct',0,0,'pccna/2024/watkins-glen/race-1','start',15,1719001200,1719000300,0,'sent','',1719000300,1,9001,1719000300,'');
INSERT INTO delivery VALUES('x2c2aiz4eu7jgeulezpvp26ie',2,300,400,500,'channel',77,0,'pccna/2024/watkins-glen/race-1','start',15,1719001200,1719000300,0,'pending','',0,0,0,0,'');
CREATE TABLE journal (
    at BIGINT NOT NULL,
    owner BIGINT NOT NULL,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL
);
INSERT INTO journal VALUES(1719000300,300,400,501,'paused','I may not see the channel');
INSERT INTO journal VALUES(1719000300,0,400,0,'events','50013 no right');
CREATE TABLE paused_channel (
    id BIGINT NOT NULL PRIMARY KEY,
    guild BIGINT NOT NULL,
    since BIGINT NOT NULL,
    why TEXT NOT NULL,
    told BIGINT NOT NULL
);
INSERT INTO paused_channel VALUES(501,400,1719000300,'I may not see the channel',0);
CREATE TABLE guild (
    id BIGINT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    zone TEXT NOT NULL,
    spoilers BIGINT NOT NULL,
    quiet BIGINT NOT NULL,
    events BIGINT NOT NULL,
    left_at BIGINT NOT NULL
);
INSERT INTO guild VALUES(400,'','',1,502,0,0);
CREATE TABLE seen (person BIGINT NOT NULL PRIMARY KEY, until BIGINT NOT NULL);
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
CREATE TABLE event (
    guild BIGINT NOT NULL,
    subject TEXT NOT NULL,
    -- 0 until Discord has told its id
    event BIGINT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (guild, subject)
);
INSERT INTO event VALUES(400,'pccna/2024/watkins-glen/race-1',4711,'a body');
CREATE TABLE result (
    subject TEXT NOT NULL PRIMARY KEY,
    lines TEXT NOT NULL,
    previous TEXT NOT NULL,
    noticed BIGINT NOT NULL
);
CREATE INDEX subscription_owner ON subscription (owner, id);
CREATE INDEX subscription_guild ON subscription (guild, id);
CREATE INDEX subscription_channel ON subscription (channel, id);
CREATE INDEX subscription_role ON subscription (role) WHERE role <> 0;
CREATE INDEX wish_subscription ON wish (subscription);
CREATE INDEX wave_open ON wave (starts, due) WHERE done = 0;
CREATE INDEX wave_start ON wave (starts, occasion);
CREATE INDEX delivery_pending ON delivery (starts, due, id) WHERE state = 'pending';
CREATE INDEX delivery_taken ON delivery (holder) WHERE state = 'taken';
CREATE INDEX delivery_subject ON delivery (subject, occasion, starts, subscription);
CREATE INDEX delivery_owner ON delivery (owner, settled);
CREATE INDEX delivery_guild ON delivery (guild, settled);
CREATE INDEX delivery_subscription ON delivery (subscription);
CREATE INDEX delivery_settled ON delivery (settled);
CREATE INDEX journal_owner ON journal (owner, at);
CREATE INDEX journal_guild ON journal (guild, at);
CREATE INDEX guild_left ON guild (left_at);
COMMIT;
