-- A body that merely holds the digits keeps the attachment: that errs on the side of keeping.
SELECT 1 FROM event WHERE instr(body, ?) > 0 LIMIT 1
