-- Where the place that was expected is taken, or the id is there already, nothing happens: the caller looks again.
INSERT INTO event (id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, hash, position)
VALUES (?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
