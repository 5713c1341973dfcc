-- Corrections that came without their bodies: which entry they corrected went with these.
UPDATE event SET redacted_by = ?
WHERE incident = ? AND kind = 'entry.amended' AND kind <> 'entry.logged' AND body IS NULL AND redacted_by IS NULL
