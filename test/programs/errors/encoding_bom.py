"""A byte order mark is no part of the text."""
print("é", 1 / 0)
