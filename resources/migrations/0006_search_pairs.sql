-- Search now also knows pairs of neighbouring characters, far rarer than each alone; no positions are kept, so a text that
-- has all the pairs is read before it is shown. Terms are made by shared/domain/search/index-terms.ts, beginnings of words among them.
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts5 (terms, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);
-- Parts of the index are merged so many pages at a time: small pages, so that nobody waits for it long.
INSERT INTO search_text (search_text, rank) VALUES ('pgsz', 1000);

-- Everything is read anew.
DELETE FROM search_doc;
DELETE FROM search_todo;
UPDATE search_mark SET arrival = 0;
