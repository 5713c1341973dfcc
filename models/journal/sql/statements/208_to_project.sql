-- Only what is projected: most of a row is not.
SELECT id, incident, kind, CAST(body AS BLOB), happened_at, recorded_at, stamp, position FROM event WHERE position > ? ORDER BY position
