DELETE FROM likeness
