-- Who made the hub does not keep what its owner may do: else the administrator could change the log after all. (Who may create roles can take
-- it again, up to PostgreSQL 15, and a superuser needs no role at all: those two are trusted with the server itself.)
DO $oneself$
BEGIN
    PERFORM set_config('role', 'none', true);
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) THEN
        EXECUTE format('REVOKE %I FROM %I', current_database() || '_owner', session_user);
    END IF;
END
$oneself$
