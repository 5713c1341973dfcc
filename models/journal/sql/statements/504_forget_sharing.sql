DELETE FROM sharing
