-- push(): the one way into the log.

CREATE TYPE quarterdeck.sent AS (
    id uuid, incident uuid, kind text, body text, author text, happened_at bigint, recorded_at bigint, stamp bigint, console uuid, console_seq bigint,
    body_hash bytea, prev bytea, hash bytea, fault text);

-- hashEvent() of models/core/event.cpp: every field with its length before it, numbers as eight bytes.
CREATE FUNCTION quarterdeck.hash_of(p_id uuid, p_incident uuid, p_kind bytea, p_author bytea, p_happened_at bigint, p_recorded_at bigint, p_stamp bigint,
                                    p_console uuid, p_console_seq bigint, p_body_hash bytea, p_prev bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(int8send(octet_length(p_prev)::bigint) || p_prev || int8send(16) || uuid_send(p_id) || int8send(16) || uuid_send(p_incident)
                  || int8send(octet_length(p_kind)::bigint) || p_kind || int8send(octet_length(p_author)::bigint) || p_author
                  || int8send(p_happened_at) || int8send(p_recorded_at) || int8send(p_stamp) || int8send(16) || uuid_send(p_console)
                  || int8send(p_console_seq) || int8send(octet_length(p_body_hash)::bigint) || p_body_hash)
$$;

-- The events with what is wrong with each by itself. A clock is believed up to thirty days ahead of this one; a body up to 8 MiB.
CREATE FUNCTION quarterdeck.read_strictly(p_events text) RETURNS quarterdeck.sent[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (WITH taken AS (
        SELECT x.id, x.incident, x.kind, x.body, x.author, x.happened_at, x.recorded_at, x.stamp, x.console, x.console_seq,
               decode(x.body_hash, 'hex') AS body_hash, decode(coalesce(x.prev, ''), 'hex') AS prev, decode(x.hash, 'hex') AS hash, x.place
        FROM ROWS FROM (json_to_recordset(p_events::json) AS (
                 id uuid, incident uuid, kind text, body text, author text, happened_at bigint, recorded_at bigint, stamp bigint, console uuid,
                 console_seq bigint, body_hash text, prev text, hash text)) WITH ORDINALITY
             AS x (id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, hash, place))
    SELECT coalesce(array_agg(ROW(t.id, t.incident, t.kind, t.body, t.author, t.happened_at, t.recorded_at, t.stamp, t.console, t.console_seq,
                                  t.body_hash, t.prev, t.hash,
        CASE WHEN num_nulls(t.id, t.incident, t.kind, t.author, t.happened_at, t.recorded_at, t.stamp, t.console, t.console_seq, t.body_hash, t.hash) > 0
                  OR t.kind = '' OR length(t.kind) > 100 OR t.author = '' OR length(t.author) > 200 OR t.console_seq < 1 OR t.stamp < 0
                  OR octet_length(t.body_hash) <> 32 OR octet_length(t.hash) <> 32 OR octet_length(t.prev) <> CASE WHEN t.console_seq = 1 THEN 0 ELSE 32 END
                  OR (t.body IS NULL AND t.kind NOT IN ('entry.logged', 'entry.amended')) THEN 'malformed'
             WHEN octet_length(t.body) > 8388608 THEN 'too-large'
             WHEN t.stamp >> 16 > extract(epoch FROM clock_timestamp()) * 1000 + 2592000000 THEN 'ahead'
             WHEN sha256(convert_to(t.body, 'UTF8')) <> t.body_hash
                  OR quarterdeck.hash_of(t.id, t.incident, convert_to(t.kind, 'UTF8'), convert_to(t.author, 'UTF8'), t.happened_at, t.recorded_at,
                                         t.stamp, t.console, t.console_seq, t.body_hash, t.prev) <> t.hash THEN 'hash'
        END)::quarterdeck.sent ORDER BY t.place), '{}')
    FROM taken t);
END
$$;

-- One event that cannot even be read (a number that is none, a NUL) does not keep the others from being taken.
CREATE FUNCTION quarterdeck.read_events(p_events text) RETURNS quarterdeck.sent[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    every quarterdeck.sent[] := '{}';
    bad quarterdeck.sent;
    one json;
BEGIN
    RETURN quarterdeck.read_strictly(p_events);
EXCEPTION WHEN data_exception THEN
    IF json_typeof(p_events::json) <> 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'QD005', MESSAGE = 'push() takes a JSON array of events.';
    END IF;
    FOR one IN SELECT * FROM json_array_elements(p_events::json) LOOP
        BEGIN
            every := every || quarterdeck.read_strictly('[' || one::text || ']');
        EXCEPTION WHEN data_exception THEN
            bad.id := substring(one::text FROM '"id"\s*:\s*"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"')::uuid;
            bad.fault := 'malformed';
            every := every || bad;
        END;
    END LOOP;
    RETURN every;
END
$$;

-- The transaction that holds the counter.
CREATE FUNCTION quarterdeck.counter_holder(OUT pid int, OUT transaction text) LANGUAGE sql AS $$
    SELECT l.pid, l.virtualtransaction FROM pg_locks l
    WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'ShareRowExclusiveLock' AND l.relation = 'quarterdeck.counter'::regclass
          AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
$$;

CREATE FUNCTION quarterdeck.put_out(p_pid int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_terminate_backend(p_pid);
EXCEPTION WHEN insufficient_privilege THEN
    NULL; -- a superuser's
END
$$;

-- Locks the counter until the end of the transaction. One transaction that keeps it for as long as another is willing to wait (a session that
-- fell asleep, or means harm) is ended; where the hub may not do that, the other gives up with an error that says to try again.
CREATE FUNCTION quarterdeck.take_counter() RETURNS bigint LANGUAGE plpgsql SET lock_timeout = '4s' AS $$
DECLARE
    before record;
    after record;
BEGIN
    BEGIN
        LOCK TABLE quarterdeck.counter IN SHARE ROW EXCLUSIVE MODE NOWAIT;
        RETURN (SELECT c.last FROM quarterdeck.counter c);
    EXCEPTION WHEN lock_not_available THEN
        before := quarterdeck.counter_holder();
    END;
    BEGIN
        LOCK TABLE quarterdeck.counter IN SHARE ROW EXCLUSIVE MODE;
    EXCEPTION WHEN lock_not_available THEN
        after := quarterdeck.counter_holder();
        IF after.transaction = before.transaction AND pg_has_role(current_user, 'pg_signal_backend', 'USAGE') THEN
            PERFORM quarterdeck.put_out(after.pid);
        END IF;
        LOCK TABLE quarterdeck.counter IN SHARE ROW EXCLUSIVE MODE;
    END;
    RETURN (SELECT c.last FROM quarterdeck.counter c);
END
$$;

-- The epoch of the log, recorded when this server tells of it for the first time.
CREATE FUNCTION quarterdeck.present_epoch() RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
DECLARE
    here bigint;
    line text;
    known uuid;
BEGIN
    IF pg_is_in_recovery() THEN
        RAISE EXCEPTION USING ERRCODE = '25006', MESSAGE = 'This server is a standby: it takes nothing until it is promoted.';
    END IF;
    here := (SELECT s.system_identifier FROM pg_control_system() s);
    line := left(pg_walfile_name(pg_current_wal_lsn()), 8);
    SELECT e.id INTO known FROM quarterdeck.epoch e WHERE e.number = (SELECT max(number) FROM quarterdeck.epoch) AND e.system = here AND e.timeline = line;
    IF known IS NULL THEN
        PERFORM quarterdeck.take_counter();
        SELECT e.id INTO known FROM quarterdeck.epoch e WHERE e.number = (SELECT max(number) FROM quarterdeck.epoch) AND e.system = here AND e.timeline = line;
        IF known IS NULL THEN -- nobody else was faster
            INSERT INTO quarterdeck.epoch (system, timeline) VALUES (here, line) RETURNING id INTO known;
        END IF;
    END IF;
    RETURN known;
END
$$;

-- Who asks; an error where it is nobody.
CREATE FUNCTION quarterdeck.whoami(OUT person text, OUT standing text) LANGUAGE plpgsql STABLE AS $$
BEGIN
    standing := quarterdeck.standing_of(session_user);
    IF standing IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = format('The login “%s” has no standing on this hub. Ask an administrator of it: hub grant.', session_user);
    END IF;
    person := quarterdeck.person_of(session_user);
    IF person IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = format('The login “%s” bears the name of another person on this hub. Ask an administrator of it: hub grant.', session_user);
    END IF;
END
$$;

CREATE FUNCTION quarterdeck.keep_chain(p_chain quarterdeck.chain) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF p_chain.console IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO quarterdeck.chain AS c VALUES (p_chain.*)
    ON CONFLICT (console) DO UPDATE SET login = excluded.login, mixed = excluded.mixed, last_seq = excluded.last_seq, last_hash = excluded.last_hash
    WHERE c.last_seq < excluded.last_seq;
END
$$;

-- Chains of older records hold events of many incidents. Whoever reads one would see by its numbers that some are kept from him.
CREATE FUNCTION quarterdeck.would_leave_a_gap(p_chain_incident uuid, p_event quarterdeck.sent) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(p_event.kind = 'incident.declared' AND quarterdeck.field(p_event.body, 'restricted') = 'true', false)
           OR coalesce(p_event.kind = 'incident.amended' AND quarterdeck.field(p_event.body, 'field') = 'restricted' AND quarterdeck.field(p_event.body, 'value') = 'true', false)
           OR EXISTS (SELECT FROM quarterdeck.incident i WHERE i.id IN (p_event.incident, p_chain_incident) AND i.restricted)
$$;

-- Nobody could see the incident any more, nor let anybody in.
CREATE FUNCTION quarterdeck.would_leave_nobody(p_event quarterdeck.sent) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    gone constant text := quarterdeck.field(p_event.body, 'person');
BEGIN
    RETURN EXISTS (SELECT FROM quarterdeck.incident_member m
                   WHERE m.incident = p_event.incident AND m.person = gone AND m.login IS NOT NULL AND m.present)
           AND NOT EXISTS (SELECT FROM quarterdeck.incident_member m
                           WHERE m.incident = p_event.incident AND m.person <> gone AND m.login IS NOT NULL AND m.present)
           AND NOT EXISTS (SELECT FROM quarterdeck.access_change c
                           WHERE c.incident = p_event.incident AND c.person = gone AND (c.stamp, c.event) > (p_event.stamp, p_event.id));
END
$$;

-- Each event gets its own answer, in the order in which they came:
--   kept, known; missing (hub_has: up to where the hub has the chain); refused, with a reason:
--   author: it is another person's; observer: this login may only read; unknown-incident: not there, or not for this login, which is one and the
--   same; fork: the chain goes on otherwise here, or is another login's; mixed-chain: an event of a restricted incident would leave a gap in a
--   chain that others read; last-member: a restricted incident keeps one; hash, ahead, too-large, malformed.
CREATE FUNCTION quarterdeck.push(p_events text) RETURNS TABLE (id uuid, verdict text, hub_has bigint, reason text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
    me record;
    e quarterdeck.sent;
    events quarterdeck.sent[];
    chain quarterdeck.chain;
    incident quarterdeck.incident;
    visible boolean;
    first boolean;
    known bytea;
    seq bigint;
    before bigint;
    told text[] := ARRAY['']; -- the first is that of the open incidents
BEGIN
    me := quarterdeck.whoami();
    IF octet_length(p_events) > 134217728 THEN
        RAISE EXCEPTION USING ERRCODE = 'QD004', MESSAGE = 'These are more than 128 MiB at once; send fewer events at a time.';
    END IF;
    events := quarterdeck.read_events(p_events);
    hub_has := 0;
    IF me.standing = 'observer' THEN
        FOREACH e IN ARRAY events LOOP
            id := e.id;
            verdict := 'refused';
            reason := 'observer';
            RETURN NEXT;
        END LOOP;
        RETURN;
    END IF;
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true); -- what is acknowledged is durable, whatever the session has set
    END IF;
    seq := quarterdeck.take_counter();
    before := seq;
    PERFORM quarterdeck.present_epoch();
    FOREACH e IN ARRAY events LOOP
        id := e.id;
        verdict := 'refused';
        hub_has := 0;
        reason := e.fault;
        first := false;
        IF reason IS NULL AND incident.id IS DISTINCT FROM e.incident THEN
            SELECT i.* INTO incident FROM quarterdeck.incident i WHERE i.id = e.incident;
            visible := coalesce(incident.brought_by = session_user AND me.standing = 'administrator', false) OR quarterdeck.may_see(e.incident);
        END IF;
        IF reason IS NULL AND incident.id IS NULL THEN
            first := e.kind = 'incident.declared';
            visible := first;
        END IF;
        IF reason IS NULL AND NOT visible THEN
            reason := 'unknown-incident';
        END IF;
        IF reason IS NULL THEN
            SELECT o.hash INTO known FROM quarterdeck.event o WHERE o.id = e.id;
            IF known = e.hash THEN
                verdict := 'known';
                RETURN NEXT;
                CONTINUE;
            END IF;
            IF e.author <> me.person AND me.standing <> 'administrator' THEN
                reason := 'author';
                RETURN NEXT;
                CONTINUE;
            END IF;
            IF chain.console IS DISTINCT FROM e.console THEN
                PERFORM quarterdeck.keep_chain(chain);
                SELECT c.* INTO chain FROM quarterdeck.chain c WHERE c.console = e.console;
            END IF;
            -- A chain goes on by the login that began it; what an administrator brought, by its person or an administrator.
            IF known IS NOT NULL OR NOT (chain.console IS NULL OR coalesce(chain.login = session_user, chain.person = me.person OR me.standing = 'administrator')) THEN
                reason := 'fork';
            ELSIF e.console_seq > coalesce(chain.last_seq, 0) + 1 THEN
                verdict := 'missing';
                hub_has := coalesce(chain.last_seq, 0);
            ELSIF e.console_seq <= chain.last_seq OR e.prev <> coalesce(chain.last_hash, '') THEN
                reason := 'fork';
            ELSIF (chain.mixed OR chain.incident <> e.incident) AND quarterdeck.would_leave_a_gap(chain.incident, e) THEN
                reason := 'mixed-chain';
            ELSIF e.kind = 'member.removed' AND incident.restricted AND quarterdeck.would_leave_nobody(e) THEN
                reason := 'last-member';
            ELSE
                verdict := 'kept';
            END IF;
        END IF;
        IF verdict = 'kept' THEN
            IF first THEN
                INSERT INTO quarterdeck.incident (id, brought_by) VALUES (e.incident, session_user) RETURNING incident.* INTO incident;
            END IF;
            IF chain.console IS NULL THEN
                chain := ROW(e.console, CASE WHEN e.author = me.person THEN session_user END, e.author, e.incident, false, 0, '');
            ELSIF chain.login IS NULL AND chain.person = me.person THEN
                chain.login := session_user;
            END IF;
            IF incident.brought_by <> session_user THEN
                UPDATE quarterdeck.incident SET brought_by = NULL WHERE id = e.incident RETURNING * INTO incident;
            END IF;
            chain.mixed := chain.mixed OR chain.incident <> e.incident;
            chain.last_seq := e.console_seq;
            chain.last_hash := e.hash;
            seq := seq + 1;
            IF e.kind LIKE 'entry.%' AND EXISTS (
                   SELECT FROM quarterdeck.redaction r WHERE r.incident = e.incident
                       AND r.entry = CASE e.kind WHEN 'entry.logged' THEN e.id WHEN 'entry.amended' THEN quarterdeck.uuid_field(e.body, 'entry') END) THEN
                e.body := NULL;
            END IF;
            INSERT INTO quarterdeck.event (seq, id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev,
                                           hash, sent_by, restricted)
            VALUES (seq, e.id, e.incident, e.kind, e.body, e.author, e.happened_at, e.recorded_at, e.stamp, e.console, e.console_seq, e.body_hash, e.prev,
                    e.hash, session_user, incident.restricted);
            IF e.kind IN ('incident.declared', 'incident.amended', 'member.added', 'member.removed') THEN
                seq := quarterdeck.apply_access(e.id, e.incident, e.kind, e.body, e.author, e.stamp, first, seq);
                SELECT i.* INTO incident FROM quarterdeck.incident i WHERE i.id = e.incident;
                visible := coalesce(incident.brought_by = session_user AND me.standing = 'administrator', false) OR quarterdeck.may_see(e.incident);
            ELSIF e.kind IN ('entry.redacted', 'attachment.added') OR (e.kind = 'entry.logged' AND e.body LIKE '%"attachments":["%') THEN
                PERFORM quarterdeck.apply_content(e.id, e.incident, e.kind, e.body);
            END IF;
            IF NOT incident.restricted THEN
                told[1] := (SELECT m.channel FROM quarterdeck.meta m);
            ELSIF NOT incident.channel = ANY (told) THEN
                told := told || ARRAY[incident.channel];
            END IF;
        END IF;
        RETURN NEXT;
    END LOOP;
    PERFORM quarterdeck.keep_chain(chain);
    IF seq > before THEN
        UPDATE quarterdeck.counter SET last = seq;
        PERFORM pg_notify(t, '') FROM unnest(told) t WHERE t <> '';
    END IF;
END
$$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 4';
