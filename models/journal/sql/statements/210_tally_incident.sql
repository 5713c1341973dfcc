INSERT INTO incident (id, ref, title, codename, type, severity, status, commander, plan, open, drill, restricted,
                      entry_count, event_count, last_recorded_at, first_position, last_position)
VALUES (?, '', '', '', '', '', '', '', '', 1, 0, 0, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    entry_count = entry_count + excluded.entry_count,
    event_count = event_count + excluded.event_count,
    last_recorded_at = max(last_recorded_at, excluded.last_recorded_at),
    last_position = excluded.last_position
