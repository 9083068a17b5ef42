-- The corpus as a careful user of SQLite keeps it: lists in a table, an index for each way in, and full text.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -400000;
CREATE TABLE event (id TEXT, title TEXT, summary TEXT, date TEXT, earliest TEXT, latest TEXT, precision TEXT, kind TEXT,
  forums TEXT, actors TEXT, symbols TEXT, yes INTEGER, no INTEGER, abstain INTEGER, method TEXT, result TEXT,
  place TEXT, status TEXT, importance INTEGER, tags TEXT, series TEXT, relations TEXT, sources TEXT, confidence TEXT,
  revised TEXT, payload TEXT);
CREATE TABLE participant (id TEXT, actor TEXT, role TEXT);
.mode csv
.import --skip 1 rows.csv event
.import actors.csv participant
CREATE TABLE participation (actor TEXT, event INTEGER, PRIMARY KEY (actor, event)) WITHOUT ROWID;
CREATE UNIQUE INDEX event_by_id ON event (id);
INSERT OR IGNORE INTO participation SELECT actor, event.rowid FROM participant JOIN event USING (id) ORDER BY 1, 2;
DROP TABLE participant;
CREATE INDEX event_by_date ON event (earliest, latest);
CREATE INDEX event_by_forum ON event (forums, earliest);
CREATE INDEX event_by_kind ON event (kind, earliest);
CREATE INDEX event_by_no ON event (no);
CREATE INDEX event_by_symbol ON event (symbols);
CREATE VIRTUAL TABLE prose USING fts5 (title, summary, content = 'event', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO prose (prose) VALUES ('rebuild');
ANALYZE;
