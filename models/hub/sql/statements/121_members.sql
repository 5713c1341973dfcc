SELECT login, person, standing FROM quarterdeck.members()
