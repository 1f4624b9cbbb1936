"""Where carets go when an expression spans several lines."""


def compute(a, b, *, scale):
    return (
        a
        + b[
            "key"
        ]
        * scale
    )


class Table:
    def __getitem__(self, key):
        return compute(
            1,
            {"key": None},
            scale=key[0]
            .upper()
            .count("X"),
        )


table = Table()
result = [
    table[
        name
    ]
    for name in (
        ["a", "b"],
        ["x", "y"],
    )
]
