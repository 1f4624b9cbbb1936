"""SystemExit with an object whose __str__ fails: nothing can be printed for it."""


class Bad:
    def __str__(self):
        raise ValueError("no text")


raise SystemExit(Bad())
