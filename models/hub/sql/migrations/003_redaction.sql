-- entry.redacted takes the entry's body and those of its amendments off the hub, also where they arrive after it. What is redacted is gone for
-- good: undoing the redaction does not bring it back.

CREATE TABLE quarterdeck.redaction (
    incident uuid NOT NULL,
    entry uuid NOT NULL,
    event uuid NOT NULL,
    PRIMARY KEY (incident, entry)
);

-- Which events name a content. `entry`: the one that it would go with; NULL: the incident itself.
CREATE TABLE quarterdeck.attachment_name (
    incident uuid NOT NULL,
    sha256 bytea NOT NULL,
    event uuid NOT NULL,
    entry uuid,
    PRIMARY KEY (incident, sha256, event)
);
CREATE INDEX attachment_name_entry ON quarterdeck.attachment_name (incident, entry);

CREATE TABLE quarterdeck.attachment (
    incident uuid NOT NULL,
    sha256 bytea NOT NULL,
    size bigint NOT NULL,
    complete boolean NOT NULL DEFAULT false,
    PRIMARY KEY (incident, sha256)
);
CREATE TABLE quarterdeck.attachment_part (
    incident uuid NOT NULL,
    sha256 bytea NOT NULL,
    part int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (incident, sha256, part),
    FOREIGN KEY (incident, sha256) REFERENCES quarterdeck.attachment ON DELETE CASCADE
);
ALTER TABLE quarterdeck.attachment_part ALTER COLUMN content SET STORAGE EXTERNAL; -- mostly pictures, which do not get smaller

CREATE FUNCTION quarterdeck.is_redacted(p_incident uuid, p_entry uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM quarterdeck.redaction r WHERE r.incident = p_incident AND r.entry = p_entry)
$$;

CREATE FUNCTION quarterdeck.sha256_of(p_hex text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_hex ~ '^[0-9a-fA-F]{64}$' THEN decode(p_hex, 'hex') END
$$;

CREATE FUNCTION quarterdeck.name_attachment(p_incident uuid, p_sha256 bytea, p_event uuid, p_entry uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO quarterdeck.attachment_name (incident, sha256, event, entry)
    SELECT p_incident, p_sha256, p_event, p_entry
    WHERE p_sha256 IS NOT NULL AND NOT quarterdeck.is_redacted(p_incident, p_entry)
    ON CONFLICT DO NOTHING
$$;

-- What the entry brought, unless another event of the incident names it too.
CREATE FUNCTION quarterdeck.drop_attachments(p_incident uuid, p_entry uuid) RETURNS void LANGUAGE sql AS $$
    WITH dropped AS (DELETE FROM quarterdeck.attachment_name n WHERE n.incident = p_incident AND n.entry = p_entry RETURNING n.sha256)
    DELETE FROM quarterdeck.attachment a USING dropped d
    WHERE a.incident = p_incident AND a.sha256 = d.sha256
          AND NOT EXISTS (SELECT FROM quarterdeck.attachment_name o
                          WHERE o.incident = p_incident AND o.sha256 = d.sha256 AND o.entry IS DISTINCT FROM p_entry)
$$;

-- What an event that the log has taken says of bodies and contents.
CREATE FUNCTION quarterdeck.apply_content(p_event uuid, p_incident uuid, p_kind text, p_body text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    target uuid;
    named text;
BEGIN
    IF p_kind = 'attachment.added' THEN
        PERFORM quarterdeck.name_attachment(p_incident, quarterdeck.sha256_of(quarterdeck.field(p_body, 'sha256')), p_event,
                                            quarterdeck.uuid_field(p_body, 'entry'));
    ELSIF p_kind = 'entry.logged' THEN
        FOR named IN
            SELECT v FROM json_array_elements_text(CASE WHEN json_typeof(quarterdeck.json_of(p_body) -> 'attachments') = 'array'
                                                        THEN quarterdeck.json_of(p_body) -> 'attachments' END) v
        LOOP
            PERFORM quarterdeck.name_attachment(p_incident, quarterdeck.sha256_of(named), p_event, p_event);
        END LOOP;
    ELSIF p_kind = 'entry.redacted' THEN
        target := quarterdeck.uuid_field(p_body, 'entry');
        IF target IS NULL THEN
            RETURN;
        END IF;
        INSERT INTO quarterdeck.redaction (incident, entry, event) VALUES (p_incident, target, p_event) ON CONFLICT DO NOTHING;
        UPDATE quarterdeck.event e SET body = NULL
        WHERE e.incident = p_incident AND e.body IS NOT NULL
              AND ((e.id = target AND e.kind = 'entry.logged') OR (e.kind = 'entry.amended' AND quarterdeck.uuid_field(e.body, 'entry') = target));
        PERFORM quarterdeck.drop_attachments(p_incident, target);
    END IF;
END
$$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 3';
