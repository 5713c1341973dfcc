SELECT * FROM record WHERE incident = ? ORDER BY stamp, id
