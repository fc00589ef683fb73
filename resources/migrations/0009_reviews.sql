-- A business review: prepared, held, followed up. Its numbers are live until it is frozen.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  year INTEGER NOT NULL,
  quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  held_on TEXT NOT NULL,
  place TEXT,
  language TEXT NOT NULL CHECK (language IN ('en', 'zh-CN')),
  -- 1 poor … 5 excellent, as given after it was held.
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  rating_note TEXT,
  frozen_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_account ON review (account_id, held_on);
CREATE INDEX review_held ON review (held_on);

CREATE TABLE review_section (
  review_id TEXT NOT NULL REFERENCES review (id),
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0,
  commentary TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (review_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_person (
  review_id TEXT NOT NULL REFERENCES review (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (review_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_person_person ON review_person (person_id);

CREATE TABLE review_colleague (
  review_id TEXT NOT NULL REFERENCES review (id),
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  PRIMARY KEY (review_id, colleague_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_colleague_colleague ON review_colleague (colleague_id);

-- Lines of the agenda, decisions sought and taken, misses and risks, actions; an action is a task from the moment it is given.
CREATE TABLE review_item (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id),
  kind TEXT NOT NULL CHECK (kind IN ('agenda', 'sought', 'decision', 'risk', 'action')),
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  task_id TEXT REFERENCES task (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_item_review ON review_item (review_id, kind, place);
CREATE INDEX review_item_task ON review_item (task_id) WHERE task_id IS NOT NULL;

-- What was presented, whole: numbers with their measure, as-of date and rows. A versioned document; see shared/domain/review.
CREATE TABLE review_frozen (
  review_id TEXT PRIMARY KEY REFERENCES review (id),
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
