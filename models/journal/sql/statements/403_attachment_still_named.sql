-- By an event other than those that name it for the redacted entry. A body that merely holds the digits keeps the attachment: that errs on
-- the side of keeping.
SELECT 1 FROM event
WHERE instr(body, ?) > 0 AND id <> ? AND NOT (kind = 'attachment.added' AND body ->> '$.entry' = ?)
LIMIT 1
