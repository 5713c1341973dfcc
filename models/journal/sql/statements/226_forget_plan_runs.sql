DELETE FROM plan_run
