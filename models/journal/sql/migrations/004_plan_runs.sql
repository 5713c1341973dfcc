-- Which incidents ran under which plan, by what the plan said; computed from the log up to projection.plans_to.
CREATE TABLE plan_run (
    incident    BLOB NOT NULL,
    fingerprint TEXT NOT NULL,
    plan        TEXT NOT NULL COLLATE NOCASE,
    version     TEXT NOT NULL,
    since       INTEGER NOT NULL,
    current     INTEGER NOT NULL,
    PRIMARY KEY (incident, fingerprint)
) STRICT, WITHOUT ROWID;

ALTER TABLE projection ADD COLUMN plans_to INTEGER NOT NULL DEFAULT 0;
