SELECT ref FROM incident WHERE id = ? AND ref <> ''
