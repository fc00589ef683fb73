-- Books that exchange their changes. All of it is local to this book: not captured, not synced.

-- Made by another device, or by the rules that settle what several made: never sent on from here.
ALTER TABLE stamp ADD COLUMN received INTEGER NOT NULL DEFAULT 0;

-- What was received and does not stand in the row, as a later change of the same field does: kept, since who wins is
-- told from all changes of a row. data: {field: value}, null for a deletion.
CREATE TABLE overruled (
  key TEXT NOT NULL,
  tbl TEXT NOT NULL,
  stamp INTEGER NOT NULL REFERENCES stamp (no),
  op INTEGER NOT NULL,
  data TEXT,
  PRIMARY KEY (key, tbl, stamp)
) STRICT, WITHOUT ROWID;
CREATE INDEX overruled_stamp ON overruled (stamp);

-- Rows that a rule keeps other than their changes alone would have them, until they fit.
CREATE TABLE bent_row (
  tbl TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (tbl, key)
) STRICT, WITHOUT ROWID;

-- Rows erased for good, and the transaction that did it.
CREATE TABLE erased (
  tbl TEXT NOT NULL,
  key TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (tbl, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_stamp ON erased (stamp);
INSERT INTO erased (tbl, key, stamp) SELECT tbl, key, max(stamp) FROM change WHERE op = 4 GROUP BY tbl, key;

-- The group of books this one belongs to, and the chain of bundles it writes.
CREATE TABLE sync_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  group_id TEXT NOT NULL,
  folder TEXT,
  synced_at INTEGER,
  device TEXT NOT NULL,
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  -- Highest stamp that has been sent.
  through INTEGER NOT NULL
) STRICT;

-- Bundles written or read, each once.
CREATE TABLE sync_bundle (
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;
