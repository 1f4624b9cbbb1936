"""Ends in an exception group nobody catches: nested groups, causes inside them, and lambdas in the traceback."""


def parse(text):
    return {"int": int, "float": float}[text.split(":")[0]](text.split(":")[1])


def parse_all(texts):
    errors, values = [], []
    for text in texts:
        try:
            values.append(parse(text))
        except (ValueError, LookupError) as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("could not parse everything", errors)
    return values


tasks = [
    lambda: parse_all(["int:1", "float:2.5"]),
    lambda: parse_all(["int:x", "bool:1", "float:"]),
    lambda: [][3],
]


def run(jobs):
    failures = []
    for job in jobs:
        try:
            print(job())
        except* LookupError as group:
            failures.append(group)
        except* ValueError as group:
            failures.append(group)
    if failures:
        raise BaseExceptionGroup("jobs failed", failures) from TimeoutError("not enough time")


run(tasks)
