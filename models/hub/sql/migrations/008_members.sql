-- Who has which standing. It is PostgreSQL's own: membership in the groups named after the database; GRANT and REVOKE do as well as these.

-- A login gets a person: events may have named that person before. What a login was let into stays its own.
CREATE FUNCTION quarterdeck.name_person(p_login name, p_person text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    waiting record;
    seq bigint;
BEGIN
    INSERT INTO quarterdeck.member (login, person) VALUES (p_login, p_person) ON CONFLICT (login) DO UPDATE SET person = excluded.person;
    IF NOT EXISTS (SELECT FROM quarterdeck.incident_member m WHERE m.person = p_person AND m.login IS NULL) THEN
        RETURN;
    END IF;
    seq := quarterdeck.take_counter();
    FOR waiting IN UPDATE quarterdeck.incident_member SET login = p_login WHERE person = p_person AND login IS NULL RETURNING incident, present LOOP
        IF waiting.present THEN
            seq := seq + 1;
            INSERT INTO quarterdeck.visibility (seq, incident, login) VALUES (seq, waiting.incident, p_login);
        END IF;
    END LOOP;
    UPDATE quarterdeck.counter SET last = seq;
END
$$;

CREATE FUNCTION quarterdeck.only_administrators() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF (quarterdeck.whoami()).standing <> 'administrator' THEN
        RAISE EXCEPTION USING ERRCODE = 'QD001', MESSAGE = 'Only an administrator of the hub may say who has which standing.';
    END IF;
END
$$;

CREATE FUNCTION quarterdeck.drop_standing(p_login name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    had text;
BEGIN
    FOREACH had IN ARRAY ARRAY['_observer', '_responder', '_administrator'] LOOP
        IF EXISTS (SELECT FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles l ON l.oid = a.member
                   WHERE g.rolname = current_database() || had AND l.rolname = p_login) THEN
            EXECUTE format('REVOKE %I FROM %I', current_database() || had, p_login);
        END IF;
    END LOOP;
END
$$;

CREATE FUNCTION quarterdeck.keep_an_administrator() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles l ON l.oid = a.member
                   WHERE g.rolname = current_database() || '_administrator' AND l.rolcanlogin) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD007', MESSAGE = 'A hub needs an administrator: make somebody else one first.';
    END IF;
END
$$;

CREATE FUNCTION quarterdeck.grant_standing(p_login text, p_standing text, p_person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    named constant text := coalesce(nullif(btrim(p_person), ''), quarterdeck.person_of(p_login::name), p_login);
BEGIN
    PERFORM quarterdeck.only_administrators();
    IF coalesce(p_standing, '') NOT IN ('observer', 'responder', 'administrator') THEN
        RAISE EXCEPTION USING ERRCODE = 'QD005', MESSAGE = 'A standing is observer, responder or administrator.';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p_login AND r.rolcanlogin) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD006', MESSAGE = format('This server has no login “%s”. Whoever runs it can make one: CREATE ROLE %I LOGIN PASSWORD ….', p_login, p_login);
    END IF;
    IF length(named) > 200 OR EXISTS (SELECT FROM quarterdeck.member m WHERE m.person = named AND m.login <> p_login)
       OR coalesce(quarterdeck.login_of(named) <> p_login, false) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD008', MESSAGE = format('Another login writes as “%s” already. Give this one a person of its own.', named);
    END IF;
    PERFORM quarterdeck.drop_standing(p_login::name);
    EXECUTE format('GRANT %I TO %I', current_database() || '_' || p_standing, p_login);
    PERFORM quarterdeck.name_person(p_login::name, named);
    PERFORM quarterdeck.keep_an_administrator();
END
$$;

-- The person stays noted: nobody else is given their name by accident, and they keep it when they come back.
CREATE FUNCTION quarterdeck.revoke_standing(p_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
BEGIN
    PERFORM quarterdeck.only_administrators();
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p_login) OR quarterdeck.standing_of(p_login::name) IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'QD006', MESSAGE = format('The login “%s” has no standing on this hub.', p_login);
    END IF;
    PERFORM quarterdeck.drop_standing(p_login::name);
    IF quarterdeck.standing_of(p_login::name) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'QD009', MESSAGE = format('The login “%s” keeps its standing: it is a superuser, or has it by another role. Whoever runs the server can take that back: REVOKE.', p_login);
    END IF;
    PERFORM quarterdeck.keep_an_administrator();
    PERFORM quarterdeck.rename_channel(m.incident) FROM quarterdeck.incident_member m WHERE m.login = p_login AND m.present;
    PERFORM pg_notify((SELECT m.channel FROM quarterdeck.meta m), '');
    UPDATE quarterdeck.meta SET channel = 'qd_' || replace(gen_random_uuid()::text, '-', '');
    DELETE FROM quarterdeck.presence p WHERE p.login = p_login;
END
$$;

CREATE FUNCTION quarterdeck.members() RETURNS TABLE (login text, person text, standing text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
    SELECT r.rolname::text, quarterdeck.person_of(r.rolname), quarterdeck.standing_of(r.rolname)
    FROM pg_roles r
    WHERE r.rolcanlogin AND quarterdeck.standing_of(r.rolname) IS NOT NULL
          AND (NOT r.rolsuper OR EXISTS (SELECT FROM quarterdeck.member m WHERE m.login = r.rolname))
    ORDER BY 2, 1
$$;

-- For whoever makes or upgrades the hub, while it has no administrator.
CREATE FUNCTION quarterdeck.first_administrator(p_person text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM quarterdeck.keep_an_administrator();
EXCEPTION WHEN SQLSTATE 'QD007' THEN
    EXECUTE format('GRANT %I TO %I', current_database() || '_administrator', session_user);
    PERFORM quarterdeck.name_person(session_user, coalesce(nullif(btrim(p_person), ''), quarterdeck.person_of(session_user), session_user::text));
END
$$;

DO $grants$
BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION quarterdeck.grant_standing(text, text, text), quarterdeck.revoke_standing(text), quarterdeck.members() TO %I',
                   current_database() || '_observer');
END
$grants$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 8';
