SELECT first, last FROM shared_range ORDER BY first
