-- Two who make the same hub at once: the second waits, and finds it made.
SELECT set_config('lock_timeout', '10s', true), set_config('client_min_messages', 'warning', true), pg_advisory_xact_lock(hashtextextended('quarterdeck hub', 0))
