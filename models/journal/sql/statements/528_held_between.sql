SELECT count(*) FROM event WHERE position BETWEEN ? AND ? AND console IN (SELECT console FROM held_chain)
