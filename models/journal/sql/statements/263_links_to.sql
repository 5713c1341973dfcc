-- Those that name this incident, from the other side.
SELECT incident_link.event, incident_link.relation, incident.id, incident.ref, title, codename, severity, status, open, drill, restricted,
       declared_at
FROM incident_link JOIN incident ON incident.id = incident_link.incident
WHERE incident_link.other = ? AND incident_link.other_id IN (?, x'') AND incident.id <> ?
ORDER BY declared_at, incident_link.event
