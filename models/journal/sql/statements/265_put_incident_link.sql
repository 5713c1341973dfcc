INSERT OR REPLACE INTO incident_link (incident, event, other, other_id, relation) VALUES (?, ?, ?, ?, ?)
