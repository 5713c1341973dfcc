-- The log: the one thing in this file that cannot be computed from something else.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The oldest schema whose programs can read this file. Raise it when a change would make them read it wrongly.
INSERT INTO meta (key, value) VALUES ('min_compatible', '1');

CREATE TABLE event (
    position    INTEGER PRIMARY KEY,  -- the order of arrival; without gaps, because nothing is ever deleted
    id          BLOB NOT NULL UNIQUE,
    incident    BLOB NOT NULL,
    kind        TEXT NOT NULL,
    body        TEXT,                 -- canonical JSON; NULL once redacted
    body_hash   BLOB NOT NULL,
    author      TEXT NOT NULL,
    happened_at INTEGER NOT NULL,     -- milliseconds, UTC
    recorded_at INTEGER NOT NULL,
    stamp       INTEGER NOT NULL,
    console     BLOB NOT NULL,
    console_seq INTEGER NOT NULL,
    prev        BLOB NOT NULL,        -- the hash before it in its console's chain; empty for the first
    hash        BLOB NOT NULL,
    redacted_by BLOB                  -- the event that took the body away
) STRICT;

-- Events as the program reads them. The body as bytes spares two conversions.
CREATE VIEW record AS
SELECT id, incident, kind, CAST(body AS BLOB) AS body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, hash,
       position
FROM event;

CREATE TABLE attachment (
    sha256  BLOB PRIMARY KEY,
    content BLOB NOT NULL,
    name    TEXT NOT NULL,
    mime    TEXT NOT NULL
) STRICT;
