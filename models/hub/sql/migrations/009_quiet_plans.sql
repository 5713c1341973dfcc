-- With debug_print_plan a client is shown the plans of what runs inside a function, and in them numbers of the log, which tell by their gaps that
-- something is kept from it. Whatever runs with rights that the caller has not says nothing of how it runs.
DO $quiet$
DECLARE
    inner_one regprocedure;
BEGIN
    FOR inner_one IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'quarterdeck'::regnamespace AND p.prosecdef LOOP
        EXECUTE format('ALTER FUNCTION %s SET client_min_messages = notice', inner_one);
    END LOOP;
END
$quiet$;

COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 9';
