SELECT event.hash FROM link JOIN event ON event.position = link.position WHERE link.console = ? AND link.console_seq = ?
UNION ALL
SELECT hash FROM event WHERE position > (SELECT projected_to FROM projection) AND console = ? AND console_seq = ?
