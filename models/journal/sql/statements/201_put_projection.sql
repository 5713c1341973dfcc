UPDATE projection SET projected_to = ?, last_stamp = ?
