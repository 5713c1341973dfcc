UPDATE event SET body = NULL, redacted_by = ? WHERE id = ?
