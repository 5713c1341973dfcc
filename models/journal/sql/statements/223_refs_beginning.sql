SELECT id, ref, title, codename, restricted FROM incident
WHERE substr(ref, 1, length(?1)) = ?1 COLLATE NOCASE AND ref <> ''
ORDER BY ref COLLATE NOCASE
