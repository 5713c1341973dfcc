SELECT incident.id, incident.last_position FROM incident
LEFT JOIN likeness ON likeness.incident = incident.id
WHERE incident.ref <> '' AND coalesce(likeness.read_to, 0) < incident.last_position
LIMIT ?
