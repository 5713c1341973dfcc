SELECT incident, sha256, outward, name, mime, size FROM parcel ORDER BY size LIMIT ?
