DELETE FROM parcel_part WHERE sha256 = ?
