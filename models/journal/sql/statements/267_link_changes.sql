SELECT DISTINCT incident FROM event
WHERE position > ? AND position <= ? AND kind IN ('incident.linked', 'incident.unlinked', 'event.undone', 'event.redone')
