"""A scope error with its line."""


def outer():
    def inner():
        nonlocal missing
        missing = 1
