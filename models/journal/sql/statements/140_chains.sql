SELECT position FROM event ORDER BY console, console_seq
