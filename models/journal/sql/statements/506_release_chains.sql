DELETE FROM held_chain
