INSERT INTO sharing (only, address, hub, epoch, person, standing, cursor) VALUES (1, ?, ?, ?, ?, ?, ?)
ON CONFLICT (only) DO UPDATE SET address = excluded.address, hub = excluded.hub, epoch = excluded.epoch, person = excluded.person,
    standing = excluded.standing, cursor = excluded.cursor
