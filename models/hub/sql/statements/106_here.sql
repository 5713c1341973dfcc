SELECT person, console, incident, seen_ms_ago FROM quarterdeck.here(?::uuid, ?::uuid)
