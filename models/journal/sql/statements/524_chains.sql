-- Each once, by leaping from one to the next.
WITH RECURSIVE chain (console) AS (
    SELECT min(console) FROM link
    UNION ALL
    SELECT (SELECT min(link.console) FROM link WHERE link.console > chain.console) FROM chain WHERE chain.console IS NOT NULL
)
SELECT console FROM chain WHERE console IS NOT NULL
