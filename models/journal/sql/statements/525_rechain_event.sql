UPDATE event SET console = ?, console_seq = ?, prev = ?, hash = ? WHERE position = ?
