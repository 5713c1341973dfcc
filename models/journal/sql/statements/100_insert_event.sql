INSERT INTO event (id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, hash)
VALUES (?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
