SELECT * FROM record WHERE id = ?
