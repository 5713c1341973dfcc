SELECT address, hub, epoch, person, standing, cursor FROM sharing
