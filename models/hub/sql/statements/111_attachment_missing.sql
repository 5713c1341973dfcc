SELECT part FROM quarterdeck.attachment_missing(?::uuid, ?::text, ?::bigint) AS part
