-- What an incident is found by when another looks like it, and what it taught; computed from the log, and brought up to date by the next
-- search for like ones. like_text has a row for each of these, of stems, but none for a restricted incident.
CREATE TABLE likeness (
    id        INTEGER PRIMARY KEY,
    incident  BLOB NOT NULL UNIQUE,
    read_to   INTEGER NOT NULL, -- incident.last_position, as of then
    told      INTEGER NOT NULL, -- has a row in like_text
    services  TEXT NOT NULL,    -- folded, a line each
    scenarios TEXT NOT NULL,    -- a line each
    plan      TEXT NOT NULL,
    took      INTEGER,          -- milliseconds from detection to resolution
    cause     TEXT NOT NULL,
    ending    TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE like_text USING fts5(title, causes, about, said, tokenize = 'unicode61 remove_diacritics 2');

-- Which incident names which, up to projection.links_to; what the other one shows of it is read from here.
CREATE TABLE incident_link (
    incident BLOB NOT NULL,
    event    BLOB NOT NULL,
    other    TEXT NOT NULL COLLATE NOCASE,
    other_id BLOB NOT NULL, -- empty: the link names a reference only
    relation TEXT NOT NULL,
    PRIMARY KEY (incident, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_link_other ON incident_link (other);

ALTER TABLE projection ADD COLUMN links_to INTEGER NOT NULL DEFAULT 0;
