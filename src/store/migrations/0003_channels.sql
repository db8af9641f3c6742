-- A member's reminder in a channel takes one of its numbered places, so that a channel has no more than the limit.
ALTER TABLE subscription ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
UPDATE subscription SET place =
    (SELECT COUNT(*) FROM subscription AS earlier
     WHERE earlier.channel = subscription.channel AND earlier.target = 'mention' AND earlier.id <= subscription.id)
    WHERE target = 'mention';
CREATE UNIQUE INDEX subscription_place ON subscription (channel, place) WHERE place <> 0;

-- The announcements of a server go before the reminders of people: their target is called channel, the others direct and
-- mention.
DROP INDEX delivery_pending;
CREATE INDEX delivery_pending ON delivery (starts, target, due, id) WHERE state = 'pending';
