INSERT INTO attachment (sha256, content, name, mime) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
