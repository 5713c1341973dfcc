DELETE FROM parcel WHERE incident = ? AND sha256 = ? AND outward = ?
