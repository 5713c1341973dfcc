UPDATE plan_run SET current = (fingerprint = ?) WHERE incident = ?
