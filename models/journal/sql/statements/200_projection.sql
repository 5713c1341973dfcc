SELECT projected_to, last_stamp FROM projection
