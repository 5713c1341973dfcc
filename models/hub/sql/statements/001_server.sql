SELECT current_setting('server_version_num')::int, current_setting('server_version'), pg_encoding_to_char(d.encoding), d.datname, session_user,
       octet_length(d.datname::text), r.rolsuper, r.rolcreaterole, has_database_privilege(session_user, d.oid, 'CREATE'), pg_is_in_recovery()
FROM pg_database d, pg_roles r
WHERE d.datname = current_database() AND r.rolname = session_user
