SELECT record.*, event.redacted_by FROM record JOIN event ON event.position = record.position WHERE record.position = ?
