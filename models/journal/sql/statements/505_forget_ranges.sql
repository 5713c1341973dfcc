DELETE FROM shared_range
