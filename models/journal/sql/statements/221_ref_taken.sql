SELECT id FROM incident WHERE ref = ?
