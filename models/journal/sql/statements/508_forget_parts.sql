DELETE FROM parcel_part
