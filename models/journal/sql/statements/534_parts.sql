SELECT part FROM parcel_part WHERE sha256 = ? ORDER BY part
