UPDATE projection SET plans_to = ?
