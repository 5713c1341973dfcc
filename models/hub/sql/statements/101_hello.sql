SELECT hub, version, may_read, may_append, epoch, person, standing, hub_now_ms FROM quarterdeck.hello(?::int)
