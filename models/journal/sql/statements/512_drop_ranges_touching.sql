DELETE FROM shared_range WHERE first <= ? AND last >= ?
