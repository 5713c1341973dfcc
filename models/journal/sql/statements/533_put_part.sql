INSERT INTO parcel_part (sha256, part, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
