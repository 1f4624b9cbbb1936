from ..names import alpha as _hidden


def public():
    return f"public of {__name__}"


def too_deep():
    from ....nothing import x

    return x
