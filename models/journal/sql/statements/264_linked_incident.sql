SELECT id, ref, title, codename, severity, status, open, drill, restricted, declared_at FROM incident WHERE ref = ? OR id = ?
