-- What a merged record was called: files that still call it so mean the one that stayed.
CREATE TABLE account_known_as (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  -- The account that was merged away; null for an earlier name of the one that stayed.
  merged_id TEXT,
  name TEXT NOT NULL,
  external_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX account_known_as_account ON account_known_as (account_id);
CREATE INDEX account_known_as_merged ON account_known_as (merged_id) WHERE merged_id IS NOT NULL;

CREATE TABLE person_known_as (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  merged_id TEXT,
  name TEXT NOT NULL,
  external_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_known_as_person ON person_known_as (person_id);
CREATE INDEX person_known_as_merged ON person_known_as (merged_id) WHERE merged_id IS NOT NULL;
CREATE INDEX person_known_as_external ON person_known_as (external_id) WHERE external_id IS NOT NULL;

-- Two records that look alike and that a person told apart. No foreign keys: a judgement keeps no record alive.
CREATE TABLE distinct_pair (
  kind TEXT NOT NULL CHECK (kind IN ('account', 'person')),
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  PRIMARY KEY (kind, first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
