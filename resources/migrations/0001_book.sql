-- The book's own bookkeeping. None of it is captured: see LOCAL_TABLES in electron/core/db/tables.ts.
CREATE TABLE book (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  book_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- The colleague who uses this book; not synced, since in another's book it is another.
  me TEXT
) STRICT;

CREATE TABLE device (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- One intention of a person, a job, an import: what undo takes back. May span several stamps.
CREATE TABLE step (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'import', 'job', 'undo', 'redo', 'external', 'merge')),
  verb TEXT NOT NULL,
  params TEXT NOT NULL,
  actor TEXT,
  device INTEGER NOT NULL REFERENCES device (no),
  at INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  open INTEGER NOT NULL DEFAULT 0,
  undoes INTEGER REFERENCES step (no),
  undone_by INTEGER REFERENCES step (no)
) STRICT;
CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;

-- One transaction of a step: its place in the total order (clock, device, arrival) and the range of its changes.
CREATE TABLE stamp (
  no INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step (no),
  clock INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (no),
  at INTEGER NOT NULL,
  first_arrival INTEGER,
  last_arrival INTEGER
) STRICT;
CREATE INDEX stamp_step ON stamp (step);

-- One changed row. op: 1 insert (no data), 2 update ({field: [old, new]}), 3 delete ({field: old}), 4 erased for good.
CREATE TABLE change (
  arrival INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  key TEXT NOT NULL,
  op INTEGER NOT NULL,
  data TEXT
) STRICT;
CREATE INDEX change_key ON change (key);

-- The stamp under which triggers write; 0 when nothing of ours is writing, so that foreign writes are told apart.
CREATE TABLE writing (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  stamp INTEGER NOT NULL
) STRICT;
INSERT INTO writing VALUES (1, 0);

CREATE TABLE step_account (
  account_id TEXT NOT NULL,
  step INTEGER NOT NULL REFERENCES step (no),
  PRIMARY KEY (account_id, step)
) STRICT, WITHOUT ROWID;

-- Accounts whose derived rows are behind while a step of many transactions runs; emptied when it ends.
CREATE TABLE dirty (
  account_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings of the book that travel with it.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE colleague (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT,
  email TEXT,
  phone TEXT,
  external_id TEXT,
  reports_to_id TEXT REFERENCES colleague (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  alias TEXT,
  external_id TEXT,
  parent_id TEXT REFERENCES account (id),
  industry TEXT,
  address TEXT,
  city TEXT,
  region TEXT,
  postal_code TEXT,
  country TEXT,
  phone TEXT,
  fax TEXT,
  website TEXT,
  customer_since TEXT,
  contract_end TEXT,
  is_key INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX account_external ON account (external_id);
CREATE INDEX account_parent ON account (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT,
  mobile TEXT,
  email TEXT,
  wechat TEXT,
  external_id TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_external ON person (external_id);

CREATE TABLE position (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  title TEXT,
  department TEXT,
  reports_to_id TEXT REFERENCES position (id),
  buying_roles TEXT NOT NULL DEFAULT '[]',
  influence INTEGER,
  attitude INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX position_account ON position (account_id);
CREATE INDEX position_person ON position (person_id);
CREATE INDEX position_reports_to ON position (reports_to_id) WHERE reports_to_id IS NOT NULL;

-- Short heads cluster by account and time; the long words lie apart, so that a list reads few pages.
CREATE TABLE interaction (
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'call', 'visit', 'email', 'chat')),
  duration_minutes INTEGER,
  place TEXT,
  summary TEXT NOT NULL,
  PRIMARY KEY (account_id, at, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX interaction_id ON interaction (id);

CREATE TABLE interaction_text (
  interaction_id TEXT PRIMARY KEY REFERENCES interaction (id),
  notes TEXT NOT NULL DEFAULT '',
  decisions TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction_person (
  interaction_id TEXT NOT NULL REFERENCES interaction (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (interaction_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_person_person ON interaction_person (person_id);

CREATE TABLE interaction_colleague (
  interaction_id TEXT NOT NULL REFERENCES interaction (id),
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  PRIMARY KEY (interaction_id, colleague_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_colleague_colleague ON interaction_colleague (colleague_id);

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  interaction_id TEXT REFERENCES interaction (id),
  title TEXT NOT NULL,
  due_on TEXT,
  colleague_id TEXT REFERENCES colleague (id),
  person_id TEXT REFERENCES person (id),
  done_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_account ON task (account_id, done_at, due_on);
CREATE INDEX task_interaction ON task (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX task_person ON task (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX task_colleague ON task (colleague_id) WHERE colleague_id IS NOT NULL;

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT,
  external_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX product_external ON product (external_id);
CREATE INDEX product_name ON product (name);

CREATE TABLE sales_order (
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  ordered_on TEXT NOT NULL,
  external_id TEXT,
  currency TEXT NOT NULL,
  colleague_id TEXT REFERENCES colleague (id),
  PRIMARY KEY (account_id, ordered_on, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sales_order_id ON sales_order (id);
CREATE INDEX sales_order_external ON sales_order (external_id);
CREATE INDEX sales_order_colleague ON sales_order (colleague_id) WHERE colleague_id IS NOT NULL;

-- Money and quantities in 1/10,000 of the unit. amount is the line's net worth after discount, negative for a return.
CREATE TABLE order_line (
  order_id TEXT NOT NULL REFERENCES sales_order (id),
  line_no INTEGER NOT NULL,
  product_id TEXT REFERENCES product (id),
  quantity INTEGER NOT NULL,
  list_price INTEGER,
  price INTEGER NOT NULL,
  discount INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL,
  cost INTEGER,
  is_return INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_line_product ON order_line (product_id) WHERE product_id IS NOT NULL;

-- Derived from the tables above by the write door; never captured, rebuilt at any time.
CREATE TABLE account_figure (
  account_id TEXT PRIMARY KEY,
  as_of TEXT NOT NULL,
  -- What names sort by: pinyin of Chinese, lower case without accents otherwise.
  name_key TEXT NOT NULL,
  city_key TEXT,
  revenue INTEGER,
  revenue_before INTEGER,
  margin INTEGER,
  months TEXT NOT NULL,
  other_currencies TEXT NOT NULL,
  last_interaction_at INTEGER,
  last_interaction_kind TEXT,
  next_task_id TEXT,
  next_task TEXT,
  next_due TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX account_figure_name ON account_figure (name_key, account_id);
CREATE INDEX account_figure_city ON account_figure (city_key, name_key, account_id);
CREATE INDEX account_figure_revenue ON account_figure (revenue, name_key, account_id);
CREATE INDEX account_figure_margin ON account_figure (margin, name_key, account_id);
CREATE INDEX account_figure_last ON account_figure (last_interaction_at, name_key, account_id);
CREATE INDEX account_figure_due ON account_figure (next_due, name_key, account_id);

-- How names are found. Several names of one thing stand on lines of their own, each begun by a line break.
CREATE TABLE name_key (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- The names as written, to tell whether the rest is behind.
  source TEXT NOT NULL,
  sort TEXT NOT NULL,
  -- Lower case, without accents.
  plain TEXT NOT NULL,
  -- Syllables of Chinese apart by spaces.
  pinyin TEXT NOT NULL,
  -- The pinyin written together from each syllable on, apart by spaces.
  spelled TEXT NOT NULL,
  initials TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
