SELECT max(console_seq) FROM link WHERE console = ?
