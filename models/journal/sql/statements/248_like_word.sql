-- What the title and the causes say counts for more than what was said by the way.
SELECT rowid, bm25(like_text, 6.0, 4.0, 3.0, 1.0) FROM like_text WHERE like_text MATCH ?
