-- hello(), pull(), heads(), channels() and the view `log`. Functions that read run as the reader, for whom row-level security holds: a mistake
-- in one of them shows nobody what is not theirs.

CREATE FUNCTION quarterdeck.hello(p_protocol int) RETURNS TABLE (hub uuid, version int, may_read boolean, may_append boolean, epoch text, person text,
                                                                 standing text, hub_now_ms bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
#variable_conflict use_column
DECLARE
    me record;
BEGIN
    me := quarterdeck.whoami();
    RETURN QUERY SELECT m.hub,
                        substring(obj_description('quarterdeck'::regnamespace, 'pg_namespace') FROM '^Quarterdeck hub, version (\d+)$')::int,
                        p_protocol >= m.oldest_reader, p_protocol >= m.oldest_writer, quarterdeck.present_epoch()::text, me.person, me.standing,
                        floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
                 FROM quarterdeck.meta m;
END
$$;

-- The place of an event or of a visibility, whoever may see it: a cursor stays good when its event goes out of sight.
CREATE FUNCTION quarterdeck.place_of(p_id uuid) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT e.seq FROM quarterdeck.event e WHERE e.id = p_id), (SELECT v.seq FROM quarterdeck.visibility v WHERE v.id = p_id));
END
$$;

-- A cursor names what was read last, in which epoch, and, while the earlier events of an incident that came into sight are read, that too. It
-- holds no number of the log, and nobody but the hub can make one.
CREATE FUNCTION quarterdeck.seal(p_text text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT p_text || '.' || encode(sha256(substring(m.seal FROM 1 FOR 32) || sha256(substring(m.seal FROM 33) || convert_to(p_text, 'UTF8'))), 'hex')
            FROM quarterdeck.meta m);
END
$$;

CREATE TYPE quarterdeck.place AS (epoch uuid, at uuid, backlog uuid, passed uuid);

CREATE FUNCTION quarterdeck.sealed(p_place quarterdeck.place) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN quarterdeck.seal(concat_ws('.', p_place.epoch::text, coalesce(p_place.at::text, '-'), coalesce(p_place.backlog::text, '-'), coalesce(p_place.passed::text, '-')));
END
$$;

CREATE FUNCTION quarterdeck.opened(p_cursor text) RETURNS quarterdeck.place LANGUAGE plpgsql STABLE AS $$
DECLARE
    parts text[] := string_to_array(p_cursor, '.', '-');
    place quarterdeck.place;
BEGIN
    IF coalesce(p_cursor, '') = '' THEN
        RETURN place;
    END IF;
    IF array_length(parts, 1) IS DISTINCT FROM 5 OR quarterdeck.seal(left(p_cursor, length(p_cursor) - length(parts[5]) - 1)) <> p_cursor THEN
        RAISE EXCEPTION USING ERRCODE = 'QD005', MESSAGE = 'This is no cursor of this hub.';
    END IF;
    place := ROW(parts[1]::uuid, parts[2]::uuid, parts[3]::uuid, parts[4]::uuid);
    RETURN place;
END
$$;

-- A place that the hub gave out in this very epoch is not in the log any more: the server was put back to an earlier state of its disk, which
-- shows in nothing else. What else was lost is not known, so another epoch begins: all is read again, and offered again. Gives the epoch that
-- is then.
CREATE FUNCTION quarterdeck.epoch_after_loss(p_lost uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
BEGIN
    PERFORM quarterdeck.take_counter();
    INSERT INTO quarterdeck.epoch (system, timeline)
    SELECT e.system, e.timeline FROM quarterdeck.epoch e
    WHERE e.id = p_lost AND e.number = (SELECT max(number) FROM quarterdeck.epoch); -- else somebody else was faster
    RETURN (SELECT e.id FROM quarterdeck.epoch e ORDER BY e.number DESC LIMIT 1);
END
$$;

-- At most p_rows and about p_bytes of events from after p_from to p_to; of one incident, or (NULL) of all that are in sight.
CREATE FUNCTION quarterdeck.reach(p_incident uuid, p_from bigint, p_to bigint, p_rows int, p_bytes bigint,
                                  OUT seqs bigint[], OUT seq bigint, OUT bytes bigint, OUT whole boolean) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    SELECT array_agg(c.seq ORDER BY c.seq) FILTER (WHERE c.before < p_bytes), max(c.seq) FILTER (WHERE c.before < p_bytes),
           sum(c.size) FILTER (WHERE c.before < p_bytes), count(*) < p_rows AND count(*) FILTER (WHERE c.before >= p_bytes) = 0
    INTO seqs, seq, bytes, whole
    FROM (SELECT s.seq, s.size, coalesce(sum(s.size) OVER (ORDER BY s.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
          FROM (SELECT f.seq, coalesce(octet_length(e.body), 0) + 400 AS size
                FROM quarterdeck.places(p_incident, p_from, p_to, p_rows) f JOIN quarterdeck.event e ON e.seq = f.seq) s) c;
END
$$;

CREATE FUNCTION quarterdeck.places(p_incident uuid, p_from bigint, p_to bigint, p_rows int) RETURNS TABLE (seq bigint)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    IF p_incident IS NOT NULL THEN
        RETURN QUERY SELECT e.seq FROM quarterdeck.event e WHERE e.incident = p_incident AND e.seq > p_from AND e.seq <= p_to ORDER BY e.seq LIMIT p_rows;
    ELSE
        RETURN QUERY
        SELECT f.seq FROM (
            (SELECT e.seq FROM quarterdeck.event e WHERE NOT e.restricted AND e.seq > p_from AND e.seq <= p_to ORDER BY e.seq LIMIT p_rows)
            UNION ALL
            SELECT own.seq FROM quarterdeck.incident_member m CROSS JOIN LATERAL (
                SELECT e.seq FROM quarterdeck.event e
                WHERE e.incident = m.incident AND e.restricted AND e.seq > p_from AND e.seq <= p_to ORDER BY e.seq LIMIT p_rows) own
        ) f ORDER BY f.seq LIMIT p_rows;
    END IF;
END
$$;

-- What came to the log after the cursor, in the order of the log. The last row has no id: it holds the cursor to go on from.
CREATE FUNCTION quarterdeck.pull(p_cursor text, p_rows int, p_bytes bigint)
RETURNS TABLE (id uuid, incident uuid, kind text, body text, author text, happened_at bigint, recorded_at bigint, stamp bigint, console uuid,
               console_seq bigint, body_hash text, prev text, hash text, cursor text, more boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
#variable_conflict use_column
DECLARE
    epoch_now uuid := quarterdeck.present_epoch();
    place quarterdeck.place := quarterdeck.opened(p_cursor);
    rows_left int := least(greatest(coalesce(p_rows, 500), 1), 10000);
    bytes_left bigint := least(greatest(coalesce(p_bytes, 4194304), 1), 67108864);
    horizon bigint := (SELECT c.last FROM quarterdeck.counter c); -- all up to here is committed, and seen by every query below
    here bigint;
    v record;
    upto record;
BEGIN
    here := coalesce(quarterdeck.place_of(place.at), 0);
    IF place.epoch = epoch_now AND place.at IS NOT NULL AND quarterdeck.place_of(place.at) IS NULL THEN
        epoch_now := quarterdeck.epoch_after_loss(epoch_now);
    END IF;
    -- What was lost may have been a restriction: then there is something to see again that was passed over before, and nobody is left to say so.
    IF place.epoch <> epoch_now THEN
        place := NULL;
        here := 0;
    END IF;
    place.epoch := epoch_now;
    more := true;
    LOOP
        IF place.backlog IS NOT NULL THEN
            SELECT s.incident, coalesce(quarterdeck.place_of(place.backlog), here) AS seq INTO v
            FROM (SELECT 1) one LEFT JOIN quarterdeck.visibility s ON s.id = place.backlog;
            upto := quarterdeck.reach(coalesce(v.incident, place.backlog), coalesce(quarterdeck.place_of(place.passed), 0), v.seq, rows_left, bytes_left);
        ELSE
            SELECT s.id, s.seq, s.incident INTO v FROM quarterdeck.visibility s WHERE s.seq > here AND s.seq <= horizon ORDER BY s.seq LIMIT 1;
            upto := quarterdeck.reach(NULL, here, coalesce(v.seq, horizon), rows_left, bytes_left);
        END IF;
        IF upto.seq IS NOT NULL THEN
            RETURN QUERY SELECT e.id, e.incident, e.kind, e.body, e.author, e.happened_at, e.recorded_at, e.stamp, e.console, e.console_seq,
                                encode(e.body_hash, 'hex'), encode(e.prev, 'hex'), encode(e.hash, 'hex'), NULL::text, NULL::boolean
                         FROM unnest(upto.seqs) f (seq) JOIN quarterdeck.event e ON e.seq = f.seq
                         ORDER BY e.seq;
            rows_left := rows_left - cardinality(upto.seqs);
            bytes_left := bytes_left - upto.bytes;
        END IF;
        IF NOT upto.whole THEN
            EXIT;
        END IF;
        IF place.backlog IS NOT NULL THEN
            here := v.seq;
            place := ROW(epoch_now, place.backlog, NULL, NULL);
        ELSIF v.id IS NOT NULL THEN
            place := ROW(epoch_now, coalesce((SELECT e.id FROM quarterdeck.event e WHERE e.seq = upto.seq), place.at), v.id, NULL);
        ELSE
            more := false;
            EXIT;
        END IF;
        EXIT WHEN rows_left < 1 OR bytes_left < 1;
    END LOOP;
    IF upto.seq IS NOT NULL AND place.backlog IS NOT NULL AND NOT upto.whole THEN
        place.passed := (SELECT e.id FROM quarterdeck.event e WHERE e.seq = upto.seq);
    ELSIF upto.seq IS NOT NULL AND place.backlog IS NULL AND (NOT more OR NOT upto.whole) THEN
        place.at := (SELECT e.id FROM quarterdeck.event e WHERE e.seq = upto.seq);
    END IF;
    RETURN QUERY SELECT NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::bigint, NULL::bigint, NULL::bigint, NULL::uuid, NULL::bigint,
                        NULL::text, NULL::text, NULL::text, quarterdeck.sealed(place), more;
END
$$;

-- Up to which number the hub has each of these chains, as far as this login may see.
CREATE FUNCTION quarterdeck.heads(p_consoles text) RETURNS TABLE (console uuid, hub_has bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
    SELECT h.console, h.hub_has
    FROM (SELECT asked.c::uuid AS console, (SELECT max(e.console_seq) FROM quarterdeck.event e WHERE e.console = asked.c::uuid) AS hub_has
          FROM json_array_elements_text(p_consoles::json) AS asked (c)) h
    WHERE h.hub_has IS NOT NULL
$$;

-- Where pushes are told: for all open incidents, and for each restricted one that this login is a member of. They change when a member leaves.
CREATE FUNCTION quarterdeck.channels() RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
    SELECT m.channel FROM quarterdeck.meta m
    UNION ALL
    SELECT i.channel FROM quarterdeck.incident i WHERE i.restricted
$$;

-- For whoever reads with a client of their own. A view over a function: a plan of a query on it tells nothing of rows that are not shown.
CREATE FUNCTION quarterdeck.read_log() RETURNS TABLE (id uuid, incident uuid, kind text, body text, author text, happened_at timestamptz,
                                                      recorded_at timestamptz, console uuid, console_seq bigint, sent_by name)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
    SELECT e.id, e.incident, e.kind, e.body, e.author, to_timestamp(e.happened_at / 1000.0), to_timestamp(e.recorded_at / 1000.0), e.console,
           e.console_seq, e.sent_by
    FROM quarterdeck.places(NULL, 0, (SELECT c.last FROM quarterdeck.counter c), 2147483647) f JOIN quarterdeck.event e ON e.seq = f.seq
    ORDER BY e.seq
$$;
CREATE VIEW quarterdeck.log AS SELECT * FROM quarterdeck.read_log();

DO $grants$
DECLARE
    reader constant text := current_database() || '_reader';
    observer constant text := current_database() || '_observer';
    of_reader text;
BEGIN
    EXECUTE format('GRANT CREATE ON SCHEMA quarterdeck TO %I', reader);
    EXECUTE format('GRANT EXECUTE ON FUNCTION quarterdeck.present_epoch(), quarterdeck.epoch_after_loss(uuid), quarterdeck.place_of(uuid) TO %I', reader);
    FOREACH of_reader IN ARRAY ARRAY['seal(text)', 'sealed(quarterdeck.place)', 'opened(text)', 'reach(uuid, bigint, bigint, int, bigint)',
                                     'places(uuid, bigint, bigint, int)', 'pull(text, int, bigint)', 'heads(text)', 'channels()', 'read_log()'] LOOP
        EXECUTE format('ALTER FUNCTION quarterdeck.%s OWNER TO %I', of_reader, reader);
    END LOOP;
    EXECUTE format('REVOKE CREATE ON SCHEMA quarterdeck FROM %I', reader);
    EXECUTE format('GRANT EXECUTE ON FUNCTION quarterdeck.hello(int), quarterdeck.push(text), quarterdeck.pull(text, int, bigint), quarterdeck.heads(text), '
                   'quarterdeck.channels(), quarterdeck.read_log() TO %I', observer);
    EXECUTE format('GRANT SELECT ON quarterdeck.log TO %I', observer);
END
$grants$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 5';
