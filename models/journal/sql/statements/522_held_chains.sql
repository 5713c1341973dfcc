SELECT held_chain.console, held_chain.reason,
    (SELECT event.incident FROM link JOIN event ON event.position = link.position WHERE link.console = held_chain.console LIMIT 1)
FROM held_chain
