-- A deleted row's words stay in the index until its segments are merged.
INSERT INTO entry_text (entry_text) VALUES ('optimize')
