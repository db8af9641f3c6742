-- Whose subscription it is, which of theirs, and what it asks for: two of one holder share neither.
ALTER TABLE subscription ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN slot BIGINT NOT NULL DEFAULT 0;
ALTER TABLE subscription ADD COLUMN asked TEXT NOT NULL DEFAULT '';
UPDATE subscription SET
    holder = CASE target WHEN 'channel' THEN 'server ' || guild ELSE 'person ' || owner END,
    -- there may be the same twice: they are kept
    asked = 'subscription ' || id;
CREATE INDEX subscription_holder ON subscription (holder, id);
UPDATE subscription SET slot =
    (SELECT COUNT(*) FROM subscription AS earlier WHERE earlier.holder = subscription.holder AND earlier.id <= subscription.id);
DROP INDEX subscription_holder;
CREATE UNIQUE INDEX subscription_slot ON subscription (holder, slot) WHERE holder <> '';
CREATE UNIQUE INDEX subscription_asked ON subscription (holder, asked) WHERE holder <> '';
