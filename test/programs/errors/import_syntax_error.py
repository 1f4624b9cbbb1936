"""The imported module has a syntax error: the traceback leads to it."""


def load():
    import broken.syntax


load()
