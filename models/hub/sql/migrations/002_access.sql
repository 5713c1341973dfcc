-- Who may do what. Clients have no right to write anywhere and none to read a table: they call functions, which run either as the owner (they
-- write, and say themselves who may) or as the reader (row-level security says what there is to see).

CREATE TABLE quarterdeck.member (
    login name PRIMARY KEY,
    person text NOT NULL UNIQUE -- the author that this login writes as
);

-- What events said of who may see an incident. The last one by (stamp, event) stands, as in the fold of the
-- consoles; none is ever undone.
CREATE TABLE quarterdeck.access_change (
    event uuid NOT NULL,
    incident uuid NOT NULL,
    person text NOT NULL, -- '': whether the incident is restricted; else whether this person is a member
    value boolean NOT NULL,
    stamp bigint NOT NULL,
    PRIMARY KEY (event, person)
);
CREATE INDEX access_change_of_incident ON quarterdeck.access_change (incident, person, stamp DESC, event DESC);

-- The login stands here, and not the person alone, so that nobody becomes a member by being given somebody's name.
CREATE TABLE quarterdeck.incident_member (
    incident uuid NOT NULL,
    person text NOT NULL,
    login name, -- NULL: has none yet
    present boolean NOT NULL,
    PRIMARY KEY (incident, person)
);
CREATE INDEX incident_member_login ON quarterdeck.incident_member (login, incident) WHERE present;

-- From this place in the log on, this login (NULL: everybody) may see the incident: pull() then gives what came before.
CREATE TABLE quarterdeck.visibility (
    seq bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    incident uuid NOT NULL,
    login name
);

DO $reader$
DECLARE
    reader constant text := current_database() || '_reader';
    secured text;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA quarterdeck TO %I, %I', reader, current_database() || '_observer');
    EXECUTE format('GRANT SELECT ON quarterdeck.meta, quarterdeck.counter, quarterdeck.epoch TO %I', reader);
    FOREACH secured IN ARRAY ARRAY['incident', 'incident_member', 'visibility', 'event'] LOOP
        EXECUTE format('ALTER TABLE quarterdeck.%I ENABLE ROW LEVEL SECURITY', secured);
        EXECUTE format('GRANT SELECT ON quarterdeck.%I TO %I', secured, reader);
    END LOOP;
    EXECUTE format('CREATE POLICY own ON quarterdeck.incident_member FOR SELECT TO %I USING (login = session_user AND present)', reader);
    EXECUTE format($policy$CREATE POLICY seen ON quarterdeck.incident FOR SELECT TO %I
                   USING (NOT restricted OR id IN (SELECT m.incident FROM quarterdeck.incident_member m))$policy$, reader);
    EXECUTE format($policy$CREATE POLICY seen ON quarterdeck.event FOR SELECT TO %I
                   USING (NOT restricted OR incident IN (SELECT m.incident FROM quarterdeck.incident_member m))$policy$, reader);
    EXECUTE format($policy$CREATE POLICY seen ON quarterdeck.visibility FOR SELECT TO %I
                   USING ((login IS NULL OR login = session_user) AND incident IN (SELECT i.id FROM quarterdeck.incident i))$policy$, reader);
END
$reader$;

-- An event never changes. The owner's own functions take a redacted body off and note whether the incident is restricted; nothing else.
CREATE FUNCTION quarterdeck.keep_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_user = current_database() || '_owner' THEN
        IF NEW.body IS NULL OR NEW.body = OLD.body THEN
            OLD.body := NEW.body;
            OLD.restricted := NEW.restricted;
            IF NEW IS NOT DISTINCT FROM OLD THEN
                RETURN NEW;
            END IF;
        END IF;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'QD001', MESSAGE = 'The log of a hub is never changed: what is wrong is put right by another event.';
END
$$;
CREATE TRIGGER keep_event BEFORE UPDATE OR DELETE ON quarterdeck.event FOR EACH ROW EXECUTE FUNCTION quarterdeck.keep_event();
CREATE TRIGGER keep_events BEFORE TRUNCATE ON quarterdeck.event FOR EACH STATEMENT EXECUTE FUNCTION quarterdeck.keep_event();
ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_event;
ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_events;

-- Below is for the functions of the hub alone: nobody else may call it. (Most are plpgsql, for PostgreSQL plans a function in SQL at every call.)

CREATE FUNCTION quarterdeck.standing_of(p_login name) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE WHEN pg_has_role(p_login, (current_database() || '_administrator')::name, 'MEMBER') THEN 'administrator'
                WHEN pg_has_role(p_login, (current_database() || '_responder')::name, 'MEMBER') THEN 'responder'
                WHEN pg_has_role(p_login, (current_database() || '_observer')::name, 'MEMBER') THEN 'observer' END;
END
$$;

-- A login that was granted a group with PostgreSQL's own GRANT writes as its own name, if that is nobody else's.
CREATE FUNCTION quarterdeck.person_of(p_login name) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((SELECT m.person FROM quarterdeck.member m WHERE m.login = p_login),
                    (SELECT p_login::text WHERE NOT EXISTS (SELECT FROM quarterdeck.member m WHERE m.person = p_login::text)));
END
$$;

CREATE FUNCTION quarterdeck.login_of(p_person text) RETURNS name LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((SELECT m.login FROM quarterdeck.member m WHERE m.person = p_person),
                    (SELECT r.rolname FROM pg_roles r
                     WHERE r.rolname = p_person AND r.rolcanlogin AND quarterdeck.standing_of(r.rolname) IS NOT NULL
                           AND NOT EXISTS (SELECT FROM quarterdeck.member m WHERE m.login = r.rolname)));
END
$$;

CREATE FUNCTION quarterdeck.may_see(p_incident uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM quarterdeck.incident i
                   WHERE i.id = p_incident
                         AND (NOT i.restricted OR EXISTS (SELECT FROM quarterdeck.incident_member m
                                                          WHERE m.incident = i.id AND m.login = session_user AND m.present)));
END
$$;

-- A body as JSON that PostgreSQL takes: it cannot hold a NUL or half a surrogate pair, and no field that matters here has one. NULL: it is none.
CREATE FUNCTION quarterdeck.json_of(p_body text) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN regexp_replace(p_body, '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\ufffd', 'g')::json;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;

CREATE FUNCTION quarterdeck.field(p_body text, p_field text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN quarterdeck.json_of(p_body) ->> p_field;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;

CREATE FUNCTION quarterdeck.uuid_field(p_body text, p_field text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN quarterdeck.field(p_body, p_field)::uuid;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END
$$;

-- Brings what stands in line with what events said; gives the number of the log that was used last.
CREATE FUNCTION quarterdeck.settle_access(p_incident uuid, p_seq bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    was quarterdeck.incident;
    is_restricted boolean;
    changed record;
BEGIN
    SELECT * INTO was FROM quarterdeck.incident WHERE id = p_incident;
    SELECT coalesce((SELECT c.value FROM quarterdeck.access_change c WHERE c.incident = p_incident AND c.person = ''
                     ORDER BY c.stamp DESC, c.event DESC LIMIT 1), false) INTO is_restricted;
    FOR changed IN
        SELECT s.person, s.value, m.present, coalesce(m.login, quarterdeck.login_of(s.person)) AS login
        FROM (SELECT DISTINCT p.person, coalesce((SELECT c.value FROM quarterdeck.access_change c
                                                  WHERE c.incident = p_incident AND c.person = p.person
                                                  ORDER BY c.stamp DESC, c.event DESC LIMIT 1), false) AS value
              FROM quarterdeck.access_change p WHERE p.incident = p_incident AND p.person <> '') s
             LEFT JOIN quarterdeck.incident_member m ON m.incident = p_incident AND m.person = s.person
        WHERE coalesce(m.present, false) <> s.value
    LOOP
        INSERT INTO quarterdeck.incident_member (incident, person, login, present) VALUES (p_incident, changed.person, changed.login, changed.value)
        ON CONFLICT (incident, person) DO UPDATE SET present = excluded.present, login = coalesce(incident_member.login, excluded.login);
        IF changed.value AND changed.login IS NOT NULL AND was.restricted THEN -- who saw it all along needs nothing again
            p_seq := p_seq + 1;
            INSERT INTO quarterdeck.visibility (seq, incident, login) VALUES (p_seq, p_incident, changed.login);
        ELSIF NOT changed.value THEN
            PERFORM quarterdeck.rename_channel(p_incident);
        END IF;
    END LOOP;
    IF is_restricted <> was.restricted THEN
        UPDATE quarterdeck.incident SET restricted = is_restricted WHERE id = p_incident;
        UPDATE quarterdeck.event SET restricted = is_restricted WHERE incident = p_incident;
        PERFORM quarterdeck.rename_channel(p_incident);
        IF was.restricted THEN
            p_seq := p_seq + 1;
            INSERT INTO quarterdeck.visibility (seq, incident, login) VALUES (p_seq, p_incident, NULL);
        END IF;
    END IF;
    RETURN p_seq;
END
$$;

-- Those who listen on the old one are told once more, and ask for the new one; who is a member no longer is not given it.
CREATE FUNCTION quarterdeck.rename_channel(p_incident uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_notify((SELECT i.channel FROM quarterdeck.incident i WHERE i.id = p_incident), '');
    UPDATE quarterdeck.incident SET channel = 'qd_' || replace(gen_random_uuid()::text, '-', '') WHERE id = p_incident;
$$;

CREATE FUNCTION quarterdeck.say_member(p_event uuid, p_incident uuid, p_person text, p_value boolean, p_stamp bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quarterdeck.access_change (event, incident, person, value, stamp) VALUES (p_event, p_incident, p_person, p_value, p_stamp)
    ON CONFLICT DO NOTHING
$$;

-- What an event that the log has taken says of who may see its incident.
CREATE FUNCTION quarterdeck.apply_access(p_event uuid, p_incident uuid, p_kind text, p_body text, p_author text, p_stamp bigint, p_first boolean, p_seq bigint)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    restricts boolean;
BEGIN
    IF p_kind IN ('member.added', 'member.removed') THEN
        IF coalesce(quarterdeck.field(p_body, 'person'), '') = '' THEN
            RETURN p_seq;
        END IF;
        PERFORM quarterdeck.say_member(p_event, p_incident, quarterdeck.field(p_body, 'person'), p_kind = 'member.added', p_stamp);
    ELSE
        IF p_kind = 'incident.declared' AND p_first THEN
            restricts := quarterdeck.field(p_body, 'restricted') = 'true';
        ELSIF p_kind = 'incident.amended' AND quarterdeck.field(p_body, 'field') = 'restricted' THEN
            restricts := coalesce(quarterdeck.field(p_body, 'value') = 'true', false);
        END IF;
        IF restricts IS NULL OR (p_first AND NOT restricts) THEN
            RETURN p_seq;
        END IF;
        PERFORM quarterdeck.say_member(p_event, p_incident, '', restricts, p_stamp);
        IF restricts THEN
            PERFORM quarterdeck.say_member(p_event, p_incident, p_author, true, p_stamp);
        END IF;
    END IF;
    RETURN quarterdeck.settle_access(p_incident, p_seq);
END
$$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 2';
