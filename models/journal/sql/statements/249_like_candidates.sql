SELECT likeness.id, likeness.services, likeness.scenarios, likeness.plan, incident.type, incident.declared_at
FROM likeness JOIN incident ON incident.id = likeness.incident
WHERE incident.id <> ? AND incident.drill = ? AND incident.open >= ?
  AND NOT EXISTS (SELECT 1 FROM incident_link WHERE incident_link.incident = incident.id AND relation = 'merged-into')
