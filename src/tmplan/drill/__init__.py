"""What we practise: a scenario, conducted on the same engine, evaluated."""
