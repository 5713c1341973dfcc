SELECT content FROM attachment WHERE sha256 = ?
