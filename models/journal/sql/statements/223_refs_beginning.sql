SELECT id, ref, title, codename, restricted FROM incident
WHERE substr(ref, 1, length(?)) = ? COLLATE NOCASE AND ref <> ''
ORDER BY ref COLLATE NOCASE
