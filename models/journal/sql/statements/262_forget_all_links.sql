DELETE FROM incident_link
