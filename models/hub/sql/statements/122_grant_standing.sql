SELECT quarterdeck.grant_standing(?::text, ?::text, ?::text)
