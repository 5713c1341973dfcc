DELETE FROM incident_link WHERE incident = ?
