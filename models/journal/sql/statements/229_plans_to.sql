SELECT plans_to FROM projection
