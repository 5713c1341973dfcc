-- Who is here, and at which incident. Nobody needs it after a crash, and no standby has it.

CREATE UNLOGGED TABLE quarterdeck.presence (
    login name NOT NULL,
    console uuid NOT NULL,
    incident uuid,
    seen timestamptz NOT NULL,
    PRIMARY KEY (login, console)
);

-- Says that I am here, and gives who was in the last two minutes, oneself too. Which incident they are at is shown to those who may see it.
CREATE FUNCTION quarterdeck.here(p_console uuid, p_incident uuid) RETURNS TABLE (person text, console uuid, incident uuid, seen_ms_ago bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
BEGIN
    PERFORM quarterdeck.whoami();
    DELETE FROM quarterdeck.presence p WHERE p.ctid = ANY (ARRAY(
        SELECT o.ctid FROM quarterdeck.presence o
        WHERE o.seen < clock_timestamp() - interval '10 minutes'
              OR (o.login = session_user AND o.console IN (SELECT k.console FROM quarterdeck.presence k WHERE k.login = session_user ORDER BY k.seen DESC OFFSET 50))
        FOR UPDATE SKIP LOCKED));
    INSERT INTO quarterdeck.presence AS p (login, console, incident, seen)
    VALUES (session_user, p_console, CASE WHEN quarterdeck.may_see(p_incident) THEN p_incident END, clock_timestamp())
    ON CONFLICT (login, console) DO UPDATE SET incident = excluded.incident, seen = excluded.seen;
    RETURN QUERY SELECT quarterdeck.person_of(p.login), p.console, CASE WHEN quarterdeck.may_see(p.incident) THEN p.incident END,
                        floor(extract(epoch FROM clock_timestamp() - p.seen) * 1000)::bigint
                 FROM quarterdeck.presence p
                 WHERE p.seen > clock_timestamp() - interval '2 minutes'
                       AND CASE WHEN EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p.login) THEN quarterdeck.standing_of(p.login) IS NOT NULL END
                 ORDER BY 1, 2;
END
$$;

CREATE FUNCTION quarterdeck.gone(p_console uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
    DELETE FROM quarterdeck.presence p WHERE p.login = session_user AND p.console = p_console
$$;

DO $grants$
BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION quarterdeck.here(uuid, uuid), quarterdeck.gone(uuid) TO %I', current_database() || '_observer');
END
$grants$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 7';
