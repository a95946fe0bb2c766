"""What we prepared: the words of a plan, how they are read, and what is wrong with them."""
