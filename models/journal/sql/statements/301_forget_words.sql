DELETE FROM entry_text WHERE rowid = ?
