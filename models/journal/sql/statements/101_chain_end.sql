-- Among the newest, which have no link yet; see 106.
SELECT console_seq, hash FROM event
WHERE position > (SELECT projected_to FROM projection) AND console = ?
ORDER BY position DESC LIMIT 1
