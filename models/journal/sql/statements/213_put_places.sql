INSERT INTO place (incident, stamp, id, position)
SELECT incident, stamp, id, position FROM event WHERE position > ? ORDER BY incident, stamp, id
