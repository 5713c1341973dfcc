-- What an incident comes down to, and the corrections of its entries. The index event_course serves it.
SELECT * FROM record WHERE incident = ? AND kind <> 'entry.logged' ORDER BY stamp, id
