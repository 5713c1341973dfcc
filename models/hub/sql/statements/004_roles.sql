-- Roles belong to the whole server, so theirs are named after the database. One of such a name that a hub did not make is not taken over: its
-- members would have standing here. (Whoever renames the database renames the roles with it.) Nobody logs in as any of them. The owner may give out the three groups; nobody is a member of the owner.
DO $roles$
DECLARE
    wanted text;
    what constant text := 'Role of a Quarterdeck hub';
    who constant text := current_database() || '_';
BEGIN
    FOREACH wanted IN ARRAY ARRAY['owner', 'reader', 'observer', 'responder', 'administrator'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = who || wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', who || wanted);
            EXECUTE format('COMMENT ON ROLE %I IS %L', who || wanted, what);
        ELSIF shobj_description((SELECT oid FROM pg_roles WHERE rolname = who || wanted), 'pg_authid') IS DISTINCT FROM what
              OR EXISTS (SELECT FROM pg_roles WHERE rolname = who || wanted AND (rolcanlogin OR rolsuper OR rolcreaterole OR rolbypassrls)) THEN
            RAISE EXCEPTION USING ERRCODE = 'QD010', MESSAGE = format('There is a role “%s” on this server that no hub made. Rename it (ALTER ROLE … RENAME TO …), or use a database of another name.', who || wanted);
        END IF;
    END LOOP;
    EXECUTE format('GRANT %I, %I, %I TO %I WITH ADMIN OPTION', who || 'observer', who || 'responder', who || 'administrator', who || 'owner');
    EXECUTE format('GRANT %I TO %I', who || 'observer', who || 'responder');
    EXECUTE format('GRANT %I TO %I', who || 'responder', who || 'administrator');
    EXECUTE format('GRANT %I TO %I', who || 'reader', who || 'owner');
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) THEN
        EXECUTE format('GRANT %I TO %I', who || 'owner', session_user);
    END IF;
    IF to_regnamespace('quarterdeck') IS NULL THEN
        EXECUTE format('CREATE SCHEMA quarterdeck AUTHORIZATION %I', who || 'owner');
    END IF;
    BEGIN -- so that whoever keeps the counter locked can be put out; without it the others are told to try again
        EXECUTE format('GRANT pg_signal_backend TO %I', who || 'owner');
    EXCEPTION WHEN insufficient_privilege THEN
        NULL;
    END;
END
$roles$
