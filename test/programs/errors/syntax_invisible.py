"""A no-break space between tokens."""
a = 1 + 2
