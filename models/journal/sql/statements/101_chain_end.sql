SELECT console_seq, hash FROM event WHERE console = ? ORDER BY console_seq DESC LIMIT 1
