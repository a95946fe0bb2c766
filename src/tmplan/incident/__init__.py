"""What happens: entries in, state out."""
