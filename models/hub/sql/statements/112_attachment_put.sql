SELECT quarterdeck.attachment_put(?::uuid, ?::text, ?::bigint, ?::int, ?::bytea)
