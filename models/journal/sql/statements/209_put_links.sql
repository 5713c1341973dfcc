INSERT INTO link (console, console_seq, position)
SELECT console, console_seq, position FROM event WHERE position > ? ORDER BY console, console_seq
