SELECT first_position, last_position FROM incident WHERE id = ?
