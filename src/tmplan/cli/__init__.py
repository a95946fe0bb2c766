"""The door: the only floor that speaks a language, reads the clock and asks a person."""
