SELECT rowid, sha256, content, name, mime FROM attachment WHERE rowid = ?
