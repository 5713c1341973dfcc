INSERT INTO plan_run (incident, fingerprint, plan, version, since, current) VALUES (?, ?, ?, ?, ?, 0)
ON CONFLICT (incident, fingerprint) DO UPDATE SET since = min(since, excluded.since)
