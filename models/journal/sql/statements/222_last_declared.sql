SELECT id FROM incident WHERE ref <> '' ORDER BY first_position DESC LIMIT 1
