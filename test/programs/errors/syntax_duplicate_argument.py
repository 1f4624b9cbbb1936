"""A parameter twice, the call with a keyword twice."""
print("first line")


def f(a, *, b, a=1): return a
