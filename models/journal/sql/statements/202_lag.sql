SELECT coalesce((SELECT max(position) FROM event), 0) - min(projected_to, plans_to, links_to) FROM projection
