"""An uncaught exception: carets under the operation that failed, one entry per frame."""


class Ratio:
    def __init__(self, top, bottom):
        self.value = self.divide(top, bottom)

    def divide(self, top, bottom):
        return (top + 1) / (bottom - bottom) + len([top, bottom])


def build(values):
    return [Ratio(value, value + 1).value for value in values]


print("before")
total = sum(build(range(3))) + sum(
    build(range(4)),
)
print("never")
