-- 1 if it was told that a delivery could not be confirmed (those of earlier versions are not told late).
ALTER TABLE delivery ADD COLUMN told BIGINT NOT NULL DEFAULT 0;
UPDATE delivery SET told = 1 WHERE state = 'unconfirmed';
CREATE INDEX delivery_untold ON delivery (owner, settled) WHERE state = 'unconfirmed' AND told = 0;
