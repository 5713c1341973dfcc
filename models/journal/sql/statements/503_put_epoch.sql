UPDATE sharing SET hub = ?, epoch = ?
