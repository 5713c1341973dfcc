-- A deleted row's words stay in the index until its segments are merged.
INSERT INTO like_text (like_text) VALUES ('optimize')
