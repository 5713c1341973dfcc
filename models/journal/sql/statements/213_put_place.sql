INSERT INTO place (incident, stamp, id, position) VALUES (?, ?, ?, ?)
