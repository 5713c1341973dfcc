SELECT 1 FROM attachment WHERE sha256 = ?
