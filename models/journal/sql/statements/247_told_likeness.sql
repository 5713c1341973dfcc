SELECT count(*) FROM likeness WHERE told
