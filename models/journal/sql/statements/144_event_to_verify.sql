SELECT record.*, event.redacted_by, incident.ref
FROM record
JOIN event ON event.position = record.position
LEFT JOIN incident ON incident.id = record.incident
WHERE record.position = ?
