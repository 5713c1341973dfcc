SELECT id, ref, title, codename, type, severity, status, commander, plan, open, drill, restricted,
       started_at, detected_at, declared_at, acknowledged_at, identified_at, mitigated_at, resolved_at, closed_at,
       entry_count, event_count, last_recorded_at,
       (SELECT other FROM incident_link WHERE incident_link.incident = incident.id AND relation = 'merged-into')
FROM incident
WHERE ref <> '' AND open >= ? AND drill <= ?
ORDER BY open DESC, declared_at DESC, first_position DESC
