SELECT id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, hash, cursor, more
FROM quarterdeck.pull(?::text, ?::int, ?::bigint)
