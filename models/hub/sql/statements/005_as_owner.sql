SELECT set_config('role', current_database() || '_owner', true), set_config('search_path', 'pg_catalog, quarterdeck, pg_temp', true)
