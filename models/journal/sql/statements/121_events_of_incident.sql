SELECT record.* FROM place JOIN record ON record.position = place.position
WHERE place.incident = ? ORDER BY place.stamp, place.id
