"""-W error: a warning at compile time becomes a SyntaxError of the program."""
x = 5
print("never", x is 5)
