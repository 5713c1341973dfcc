SELECT * FROM record
WHERE position BETWEEN ? AND ? AND console NOT IN (SELECT console FROM held_chain)
ORDER BY position LIMIT ?
