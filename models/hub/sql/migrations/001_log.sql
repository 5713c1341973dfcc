-- The log, and what is known of it. All of it belongs to a role that nobody logs in as and nobody is a member of.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE quarterdeck.meta (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    hub uuid NOT NULL DEFAULT gen_random_uuid(),
    oldest_reader int NOT NULL DEFAULT 1, -- the oldest protocol of a console that may still read
    oldest_writer int NOT NULL DEFAULT 1,
    channel text NOT NULL DEFAULT 'qd_' || replace(gen_random_uuid()::text, '-', ''), -- where a push is told; only members know its name
    seal bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
INSERT INTO quarterdeck.meta DEFAULT VALUES;

-- The numbers of the log. Whoever appends holds this table locked until the commit: so a lower number never appears after a higher one.
CREATE TABLE quarterdeck.counter (one boolean PRIMARY KEY DEFAULT true CHECK (one), last bigint NOT NULL);
INSERT INTO quarterdeck.counter (last) VALUES (0);

-- A server that was promoted, or restored from a backup, may have lost the end of its log: from there it goes on under another name.
CREATE TABLE quarterdeck.epoch (
    number int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    system bigint NOT NULL,
    timeline text NOT NULL
);

CREATE TABLE quarterdeck.incident (
    id uuid PRIMARY KEY,
    restricted boolean NOT NULL DEFAULT false,
    channel text NOT NULL DEFAULT 'qd_' || replace(gen_random_uuid()::text, '-', ''), -- where a push is told while it is restricted
    brought_by name -- an administrator who sent the declaration may send the rest of it, also where only others may read it; NULL once another has
                    -- written there
);

-- The numbered events of one console; see models/core/event.h.
CREATE TABLE quarterdeck.chain (
    console uuid PRIMARY KEY,
    login name,           -- who alone may go on with it; NULL: an administrator brought it for `person`
    person text NOT NULL,
    incident uuid NOT NULL, -- of its first event
    mixed boolean NOT NULL, -- older records number the events of all their incidents in one chain
    last_seq bigint NOT NULL,
    last_hash bytea NOT NULL
);

-- body is text, for it stays as it is to the byte. NULL: redacted.
CREATE TABLE quarterdeck.event (
    seq bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    incident uuid NOT NULL,
    kind text NOT NULL,
    body text,
    author text NOT NULL,
    happened_at bigint NOT NULL, -- milliseconds since 1970, as is recorded_at
    recorded_at bigint NOT NULL,
    stamp bigint NOT NULL,
    console uuid NOT NULL,
    console_seq bigint NOT NULL,
    body_hash bytea NOT NULL,
    prev bytea NOT NULL,
    hash bytea NOT NULL,
    sent_by name NOT NULL, -- the login, by the hub's own word
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    restricted boolean NOT NULL, -- as the incident is
    UNIQUE (console, console_seq)
);
CREATE INDEX event_of_incident ON quarterdeck.event (incident, seq);
-- Who is in no restricted incident reads by this one, and so touches nothing of theirs.
CREATE INDEX event_open ON quarterdeck.event (seq) WHERE NOT restricted;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 1';
