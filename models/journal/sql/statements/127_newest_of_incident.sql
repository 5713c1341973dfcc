-- Those that have no place yet.
SELECT * FROM record WHERE position > (SELECT projected_to FROM projection) AND incident = ?
