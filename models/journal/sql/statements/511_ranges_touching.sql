SELECT min(first), max(last) FROM shared_range WHERE first <= ? AND last >= ?
