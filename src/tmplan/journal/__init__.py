"""Where it is written down: append-only, chained, checked by anyone."""
