SELECT position FROM event WHERE id = ?
