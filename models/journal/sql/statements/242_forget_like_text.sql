DELETE FROM like_text WHERE rowid = (SELECT id FROM likeness WHERE incident = ?)
