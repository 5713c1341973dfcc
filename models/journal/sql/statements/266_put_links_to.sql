UPDATE projection SET links_to = ?
