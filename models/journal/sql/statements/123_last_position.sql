SELECT max(position) FROM event
