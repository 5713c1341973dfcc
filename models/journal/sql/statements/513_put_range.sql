INSERT INTO shared_range (first, last) VALUES (?, ?)
