SELECT quarterdeck.revoke_standing(?::text)
