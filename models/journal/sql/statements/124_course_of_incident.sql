-- The second condition lets the index event_course serve.
SELECT * FROM record WHERE incident = ? AND kind NOT GLOB 'entry.*' AND kind <> 'entry.logged' ORDER BY stamp, id
