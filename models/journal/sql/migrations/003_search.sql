-- The words of the record; rowid is the event's position. What a hit shows lies beside them, so that a hit is one look-up.
CREATE VIRTUAL TABLE entry_text USING fts5(
    text, event UNINDEXED, incident UNINDEXED, at UNINDEXED,
    prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 2'
);

-- Projected anew, with the words.
DELETE FROM incident;
DELETE FROM place;
DELETE FROM link;
UPDATE projection SET projected_to = 0, last_stamp = 0;
