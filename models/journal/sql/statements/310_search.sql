SELECT rowid, text, event, incident, at FROM entry_text
WHERE entry_text MATCH ? AND rowid < ?
ORDER BY rowid DESC LIMIT ?
