-- What the search box reads. Derived and local: see LOCAL_TABLES in electron/core/db/tables.ts.

-- Words of each thing, apart by spaces, as shared/domain/search makes them; every character beyond ASCII is part of a word to this tokeniser.
-- One-letter beginnings have a column of their own: a prefix index of one would hold every Chinese character twice.
CREATE VIRTUAL TABLE search_text USING fts5 (line, letters, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');

-- Which thing a document is. Its number tells kind and second, so that walking the index backwards gives the newest of a kind.
CREATE TABLE search_doc (
  doc INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_doc_id ON search_doc (kind, id);

-- Things whose documents are behind the change log …
CREATE TABLE search_todo (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- … which has been read up to this arrival. A book of before is read from its beginning.
CREATE TABLE search_mark (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  arrival INTEGER NOT NULL
) STRICT;
INSERT INTO search_mark VALUES (1, 0);

-- Names are now found whichever way their characters are written; no name has this source, so all are read anew.
UPDATE name_key SET source = '';
