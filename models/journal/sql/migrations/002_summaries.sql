-- What incidents come down to, computed from the log up to projection.projected_to.
CREATE TABLE projection (
    only         INTEGER PRIMARY KEY CHECK (only = 1),
    projected_to INTEGER NOT NULL,
    last_stamp   INTEGER NOT NULL
) STRICT;

INSERT INTO projection (only, projected_to, last_stamp) VALUES (1, 0, 0);

CREATE TABLE incident (
    id               BLOB PRIMARY KEY,
    ref              TEXT NOT NULL COLLATE NOCASE, -- '' until the declaration arrives; checked to be free when it is declared here
    title            TEXT NOT NULL,
    codename         TEXT NOT NULL,
    type             TEXT NOT NULL,
    severity         TEXT NOT NULL,
    status           TEXT NOT NULL,
    commander        TEXT NOT NULL,
    plan             TEXT NOT NULL,
    open             INTEGER NOT NULL,
    drill            INTEGER NOT NULL,
    restricted       INTEGER NOT NULL,
    started_at       INTEGER,
    detected_at      INTEGER,
    declared_at      INTEGER,
    acknowledged_at  INTEGER,
    identified_at    INTEGER,
    mitigated_at     INTEGER,
    resolved_at      INTEGER,
    closed_at        INTEGER,
    entry_count      INTEGER NOT NULL,
    event_count      INTEGER NOT NULL,
    last_recorded_at INTEGER NOT NULL,
    first_position   INTEGER NOT NULL,
    last_position    INTEGER NOT NULL
) STRICT;

CREATE INDEX incident_ref ON incident (ref);

-- The order of the fold, and the chains. Indexes on the log would do the same, but every entry would wait for two more pages to reach the
-- disk. An event that another console brings is given its place at once: two events with one number in a chain are then refused.
CREATE TABLE place (
    incident BLOB NOT NULL,
    stamp    INTEGER NOT NULL,
    id       BLOB NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (incident, stamp, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    console     BLOB NOT NULL,
    console_seq INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    PRIMARY KEY (console, console_seq)
) STRICT, WITHOUT ROWID;

-- All but the plain entries, which are most of a log and change no summary.
CREATE INDEX event_course ON event (incident, stamp, id) WHERE kind <> 'entry.logged';
