INSERT INTO likeness (incident, read_to, told, services, scenarios, plan, took, cause, ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (incident) DO UPDATE SET
    read_to = excluded.read_to, told = excluded.told, services = excluded.services, scenarios = excluded.scenarios,
    plan = excluded.plan, took = excluded.took, cause = excluded.cause, ending = excluded.ending
RETURNING id
