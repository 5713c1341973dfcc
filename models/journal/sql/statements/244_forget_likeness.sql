DELETE FROM likeness WHERE incident = ?
