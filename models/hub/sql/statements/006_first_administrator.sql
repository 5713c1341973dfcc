SELECT quarterdeck.first_administrator(?)
