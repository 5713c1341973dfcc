INSERT INTO held_chain (console, reason) VALUES (?, ?) ON CONFLICT (console) DO UPDATE SET reason = excluded.reason
