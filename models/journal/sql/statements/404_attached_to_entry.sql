SELECT body ->> '$.sha256' FROM event
WHERE incident = ? AND kind = 'attachment.added' AND kind <> 'entry.logged' AND body ->> '$.entry' = ?
