-- Sections and their order for reviews to come, as one versioned document; see shared/domain/review/template.ts.
CREATE TABLE review_template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a review was made from: a template of the program, or one of these, which may be gone since.
ALTER TABLE review ADD COLUMN template TEXT;
