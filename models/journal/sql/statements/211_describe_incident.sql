UPDATE incident SET
    ref = ?, title = ?, codename = ?, type = ?, severity = ?, status = ?, commander = ?, plan = ?, open = ?, drill = ?, restricted = ?,
    started_at = ?, detected_at = ?, declared_at = ?, acknowledged_at = ?, identified_at = ?, mitigated_at = ?, resolved_at = ?, closed_at = ?
WHERE id = ?
