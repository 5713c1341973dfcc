SELECT console, hub_has FROM quarterdeck.heads(?::text)
