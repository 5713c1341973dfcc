-- Of any entry of the incident: they name it in their body.
SELECT * FROM record WHERE incident = ? AND kind = 'entry.redacted' AND kind <> 'entry.logged'
