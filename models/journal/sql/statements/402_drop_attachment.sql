DELETE FROM attachment WHERE sha256 = ?
