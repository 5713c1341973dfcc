SELECT event.console_seq, event.hash FROM link JOIN event ON event.position = link.position
WHERE link.console = ? ORDER BY link.console_seq DESC LIMIT 1
