-- A saved way of showing a list: columns, filter and order as one versioned document.
-- A view that comes with the program is kept here under its own id once a person changed it.
CREATE TABLE list_view (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
