SELECT hash FROM event WHERE console = ? AND console_seq = ?
