"""A statement in a place that the compiler, not the parser, refuses."""
x = 1
if x:
    return x
