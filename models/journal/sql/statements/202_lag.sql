SELECT coalesce((SELECT max(position) FROM event), 0) - projected_to FROM projection
