INSERT INTO entry_text (rowid, text, event, incident, at) VALUES (?, ?, ?, ?, ?)
