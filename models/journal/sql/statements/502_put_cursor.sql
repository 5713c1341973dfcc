UPDATE sharing SET cursor = ?
