SELECT id FROM event WHERE position BETWEEN ? AND ? ORDER BY position LIMIT ?
