SELECT max(last_stamp, coalesce((SELECT max(stamp) FROM event WHERE position > projected_to), 0)) FROM projection
