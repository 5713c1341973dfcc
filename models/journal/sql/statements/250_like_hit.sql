SELECT incident.id, ref, title, codename, severity, status, type, open, drill, restricted, declared_at, took, cause, ending
FROM likeness JOIN incident ON incident.id = likeness.incident
WHERE likeness.id = ?
