INSERT INTO link (console, console_seq, position) VALUES (?, ?, ?)
