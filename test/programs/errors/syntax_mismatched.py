"""Brackets that do not match, across lines."""
table = {
    "a": [1, 2, 3),
}
