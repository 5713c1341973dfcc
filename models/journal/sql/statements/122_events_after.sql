SELECT * FROM record WHERE position > ? ORDER BY position LIMIT ?
