DELETE FROM link WHERE console = ? AND console_seq = ?
