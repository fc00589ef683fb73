-- What files say of our own people and of products.
ALTER TABLE colleague ADD COLUMN department TEXT;
ALTER TABLE product ADD COLUMN list_price INTEGER;
ALTER TABLE product ADD COLUMN unit_cost INTEGER;
CREATE INDEX colleague_external ON colleague (external_id);

-- The number under which another system knows an interaction, so that its file can come again.
ALTER TABLE interaction ADD COLUMN external_id TEXT;
CREATE INDEX interaction_external ON interaction (external_id) WHERE external_id IS NOT NULL;

-- How files of these headers were read the last time. Local to this computer: not captured, not synced.
CREATE TABLE import_source (
  headers TEXT NOT NULL,
  kind TEXT NOT NULL,
  mapping TEXT NOT NULL,
  choices TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (headers, kind)
) STRICT, WITHOUT ROWID;

-- Rows that an import left out, as a CSV file (gzip) to mend and import again. Local as well.
CREATE TABLE left_out (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;
