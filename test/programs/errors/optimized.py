"""-OO: no assertions, no docstrings."""


def documented():
    """Gone."""
    assert False, "gone too"
    return __debug__


print(documented(), documented.__doc__, __doc__)
assert 1 / 0
