SELECT links_to FROM projection
