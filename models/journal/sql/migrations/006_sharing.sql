-- The shared database (the hub) that this file is kept in step with; no row: it is by itself. No password is ever here.
CREATE TABLE sharing (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    address  TEXT NOT NULL,
    hub      TEXT NOT NULL,  -- its identity
    epoch    TEXT NOT NULL,
    person   TEXT NOT NULL,  -- the author that it knows our login as
    standing TEXT NOT NULL,
    cursor   BLOB NOT NULL   -- up to where it was read; opaque
) STRICT;

-- What the hub has of the log, as positions; no two of these touch.
CREATE TABLE shared_range (
    first INTEGER PRIMARY KEY,
    last  INTEGER NOT NULL
) STRICT;

-- Chains that the hub does not take, and why.
CREATE TABLE held_chain (
    console BLOB PRIMARY KEY,
    reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Attachments that have yet to be carried, and the parts that came so far.
CREATE TABLE parcel (
    incident BLOB NOT NULL,
    sha256   BLOB NOT NULL,
    outward  INTEGER NOT NULL,
    name     TEXT NOT NULL,
    mime     TEXT NOT NULL,
    size     INTEGER NOT NULL,
    PRIMARY KEY (incident, sha256, outward)
) STRICT, WITHOUT ROWID;

CREATE TABLE parcel_part (
    sha256  BLOB NOT NULL,
    part    INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (sha256, part)
) STRICT;
