SELECT * FROM record
WHERE incident = ? AND kind IN ('entry.amended', 'event.undone', 'event.redone') AND kind <> 'entry.logged'
ORDER BY stamp, id
