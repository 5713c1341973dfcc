SELECT substring(obj_description(oid, 'pg_namespace') FROM '^Quarterdeck hub, version (\d+)$')::int FROM pg_namespace WHERE nspname = 'quarterdeck'
