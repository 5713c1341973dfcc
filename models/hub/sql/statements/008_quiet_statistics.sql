-- What PostgreSQL itself tells everybody of every table: how many rows were written, how large it is. That would tell that there is a
-- restricted incident. Only a superuser can take it back, and only for this database; the system's own monitoring roles keep it.
-- psql keeps working, but for the sizes of \dt+ and \di+.
--
-- What is still told, and cannot be kept back from SQL: where no superuser made the hub (a managed service), all of the above; the sizes and
-- counters of the whole database to who may connect to another one on the server; and that something is being written: the position of the
-- write-ahead log, transaction numbers, held locks. None of it says what, by whom, or in which incident.
DO $quiet$
DECLARE
    told regprocedure;
    shown text;
BEGIN
    FOR told IN
        SELECT oid FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace
              AND (proname ~ '^pg_stat_get_.*(tuples|numscans|blocks|since|vacuum|analyze|lastscan)' OR proname ~ '^pg_stat_get_db_'
                   OR proname IN ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_stat_get_wal'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', told);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO pg_monitor', told);
    END LOOP;
    SELECT string_agg(quote_ident(attname), ', ') INTO shown FROM pg_attribute
    WHERE attrelid = 'pg_class'::regclass AND NOT attisdropped AND (attnum > 0 OR attname IN ('xmin', 'tableoid', 'ctid'))
          AND attname NOT IN ('relpages', 'reltuples', 'relallvisible', 'relallfrozen');
    EXECUTE 'REVOKE SELECT ON pg_class FROM PUBLIC';
    EXECUTE format('GRANT SELECT (%s) ON pg_class TO PUBLIC', shown);
    EXECUTE 'GRANT SELECT ON pg_class TO pg_monitor';
END
$quiet$
