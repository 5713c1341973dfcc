SELECT position FROM event WHERE incident = ? ORDER BY console, console_seq
