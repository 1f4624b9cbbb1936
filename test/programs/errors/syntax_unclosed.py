"""A bracket that is never closed, some lines before the error shows."""
values = [
    1,
    2,
    (3,
print("x")
