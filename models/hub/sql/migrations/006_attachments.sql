-- Attachments go over by their content, in parts of 256 KiB, each incident for itself. Only what an event of the incident names is taken: so
-- the hub is no place for anything else, and what was redacted does not come back.

-- The parts that the hub lacks, from 0; none: it has them all, or the content was redacted and is not wanted.
CREATE FUNCTION quarterdeck.attachment_missing(p_incident uuid, p_sha256 text, p_size bigint) RETURNS SETOF int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    wanted constant bytea := quarterdeck.expected_attachment(p_incident, p_sha256, p_size);
BEGIN
    IF NOT EXISTS (SELECT FROM quarterdeck.attachment_name n WHERE n.incident = p_incident AND n.sha256 = wanted)
       OR EXISTS (SELECT FROM quarterdeck.attachment a WHERE a.incident = p_incident AND a.sha256 = wanted AND a.complete) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT g.part FROM generate_series(0, greatest((p_size - 1) / 262144, 0)::int) AS g (part)
                 WHERE NOT EXISTS (SELECT FROM quarterdeck.attachment_part p WHERE p.incident = p_incident AND p.sha256 = wanted AND p.part = g.part)
                 ORDER BY g.part;
END
$$;

-- Who asks may see the incident, and what they say can be so.
CREATE FUNCTION quarterdeck.expected_attachment(p_incident uuid, p_sha256 text, p_size bigint) RETURNS bytea LANGUAGE plpgsql STABLE AS $$
DECLARE
    wanted constant bytea := quarterdeck.sha256_of(p_sha256);
BEGIN
    IF NOT quarterdeck.may_see(p_incident) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD002', MESSAGE = 'This hub knows no such incident, or none that this login may see.';
    END IF;
    IF wanted IS NULL OR coalesce(p_size, -1) < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'QD005', MESSAGE = 'An attachment is named by its SHA-256, in 64 hexadecimal digits, and its size.';
    END IF;
    IF p_size > 1073741824 THEN
        RAISE EXCEPTION USING ERRCODE = 'QD004', MESSAGE = 'A hub takes attachments of up to 1 GiB.';
    END IF;
    RETURN wanted;
END
$$;

-- The last part to arrive makes the hub check the whole. False: it is not what its SHA-256 says, was thrown away, and is wanted from the
-- beginning. (An error would take the throwing away back.)
CREATE FUNCTION quarterdeck.attachment_put(p_incident uuid, p_sha256 text, p_size bigint, p_part int, p_content bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    wanted constant bytea := quarterdeck.expected_attachment(p_incident, p_sha256, p_size);
    parts constant int := greatest((p_size + 262143) / 262144, 1)::int;
    whole quarterdeck.attachment;
BEGIN
    IF (quarterdeck.whoami()).standing = 'observer' THEN
        RAISE EXCEPTION USING ERRCODE = 'QD001', MESSAGE = 'An observer may not add attachments.';
    END IF;
    IF NOT EXISTS (SELECT FROM quarterdeck.attachment_name n WHERE n.incident = p_incident AND n.sha256 = wanted) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD003', MESSAGE = 'No event of this incident names such an attachment.';
    END IF;
    IF p_part < 0 OR p_part >= parts OR octet_length(p_content) <> (CASE WHEN p_part = parts - 1 THEN p_size - (parts - 1) * 262144::bigint ELSE 262144 END) THEN
        RAISE EXCEPTION USING ERRCODE = 'QD005', MESSAGE = 'This part of an attachment has not the size that it should have.';
    END IF;
    INSERT INTO quarterdeck.attachment (incident, sha256, size) VALUES (p_incident, wanted, p_size) ON CONFLICT DO NOTHING;
    SELECT * INTO whole FROM quarterdeck.attachment a WHERE a.incident = p_incident AND a.sha256 = wanted FOR UPDATE; -- the last part knows that it is
    IF whole.complete THEN
        RETURN true;
    END IF;
    IF whole.size <> p_size THEN -- one of the two is wrong about it: they begin again
        DELETE FROM quarterdeck.attachment_part p WHERE p.incident = p_incident AND p.sha256 = wanted;
        UPDATE quarterdeck.attachment SET size = p_size WHERE incident = p_incident AND sha256 = wanted;
    END IF;
    INSERT INTO quarterdeck.attachment_part (incident, sha256, part, content) VALUES (p_incident, wanted, p_part, p_content)
    ON CONFLICT (incident, sha256, part) DO UPDATE SET content = excluded.content;
    IF (SELECT count(*) FROM quarterdeck.attachment_part p WHERE p.incident = p_incident AND p.sha256 = wanted) = parts THEN
        RETURN quarterdeck.finish_attachment(p_incident, wanted);
    END IF;
    RETURN true;
END
$$;

CREATE FUNCTION quarterdeck.finish_attachment(p_incident uuid, p_sha256 bytea) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sha256(string_agg(p.content, '' ORDER BY p.part)) FROM quarterdeck.attachment_part p
        WHERE p.incident = p_incident AND p.sha256 = p_sha256) = p_sha256 THEN
        UPDATE quarterdeck.attachment SET complete = true WHERE incident = p_incident AND sha256 = p_sha256;
        RETURN true;
    END IF;
    DELETE FROM quarterdeck.attachment WHERE incident = p_incident AND sha256 = p_sha256;
    RETURN false;
END
$$;

CREATE FUNCTION quarterdeck.attachment_get(p_incident uuid, p_sha256 text, p_part int) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, quarterdeck, pg_temp AS $$
    SELECT p.content
    FROM quarterdeck.attachment_part p JOIN quarterdeck.attachment a USING (incident, sha256)
    WHERE p.incident = p_incident AND p.sha256 = quarterdeck.sha256_of(p_sha256) AND p.part = p_part AND a.complete AND quarterdeck.may_see(p_incident)
$$;

DO $grants$
BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION quarterdeck.attachment_missing(uuid, text, bigint), quarterdeck.attachment_put(uuid, text, bigint, int, bytea), '
                   'quarterdeck.attachment_get(uuid, text, int) TO %I', current_database() || '_observer');
END
$grants$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 6';
