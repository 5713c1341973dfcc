SELECT id, verdict, hub_has, reason FROM quarterdeck.push(?::text)
