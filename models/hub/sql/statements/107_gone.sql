SELECT quarterdeck.gone(?::uuid)
