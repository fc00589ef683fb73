-- Days that come again every year. Written as shared/domain/calendar/anniversary.ts says: with or without a year, of either calendar.
ALTER TABLE account ADD COLUMN founded_on TEXT;
ALTER TABLE person ADD COLUMN birthday TEXT;
-- Days without an interaction after which we are told; null: as the book's settings say, or never for a person.
ALTER TABLE account ADD COLUMN quiet_days INTEGER;
ALTER TABLE person ADD COLUMN keep_in_touch_days INTEGER;

CREATE TABLE milestone (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  title TEXT NOT NULL,
  on_day TEXT NOT NULL,
  yearly INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX milestone_account ON milestone (account_id);

-- What was answered to a reminder, under the reminder's own key. No foreign keys: an answer keeps no record alive.
CREATE TABLE reminder_answer (
  key TEXT PRIMARY KEY,
  account_id TEXT,
  -- Null: done with. Otherwise to be told again at this moment.
  snoozed_until INTEGER,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Days that work differently from the week, beyond those that come with the program.
CREATE TABLE work_day (
  date TEXT PRIMARY KEY,
  working INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What this computer has told already; local, so that each computer tells everything once.
CREATE TABLE reminder_sent (
  key TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
