"""A syntax error in the main file: nothing of it runs."""
print("never printed")


def function(a, b)
    return a + b
