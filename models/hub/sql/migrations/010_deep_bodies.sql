-- A body that is nested so deeply that PostgreSQL gives up is no JSON either. Else one that was taken while nothing looked into it would keep every
-- later redaction in its incident out of the log.
CREATE OR REPLACE FUNCTION quarterdeck.json_of(p_body text) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN regexp_replace(p_body, '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\ufffd', 'g')::json;
EXCEPTION WHEN data_exception OR statement_too_complex THEN
    RETURN NULL;
END
$$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 10';
