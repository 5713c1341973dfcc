INSERT INTO like_text (rowid, title, causes, about, said) VALUES (?, ?, ?, ?, ?)
