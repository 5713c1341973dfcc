SELECT quarterdeck.attachment_get(?::uuid, ?::text, ?::int)
