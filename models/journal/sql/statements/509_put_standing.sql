UPDATE sharing SET person = ?, standing = ?
