SELECT * FROM record
WHERE position > ? AND position <= ? AND kind IN ('incident.declared', 'plan.adopted', 'event.undone', 'event.redone')
ORDER BY position
