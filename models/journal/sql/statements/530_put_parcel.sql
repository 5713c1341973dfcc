INSERT INTO parcel (incident, sha256, outward, name, mime, size) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
