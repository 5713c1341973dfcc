SELECT plan_run.plan, plan_run.version, fingerprint, since, current,
       id, ref, title, codename, severity, open, drill, restricted, declared_at
FROM plan_run JOIN incident ON incident.id = plan_run.incident
WHERE ref <> '' AND (? = '' OR plan_run.plan = ?)
ORDER BY declared_at DESC, first_position DESC, since DESC
