SELECT position FROM link WHERE console = ? AND console_seq > ? ORDER BY console_seq
