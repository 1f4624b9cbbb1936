"""Calls main() of one benchmark program again and again, and prints how long each call took.

    python3 benchmarks/driver.py benchmarks/programs/fib.py ITERATIONS SECONDS

Stops after ITERATIONS calls, or after the first call that ends later than SECONDS after the start.
"""

import sys
from time import perf_counter


def load(path):
    folder, _, name = path.replace("\\", "/").rpartition("/")
    sys.path.insert(0, folder)
    return __import__(name.removesuffix(".py"))


def drive(path, iterations, seconds):
    program = load(path)
    begin = perf_counter()
    results = set()
    for _ in range(iterations):
        start = perf_counter()
        result = program.main()
        end = perf_counter()
        results.add(repr(result))
        print("iteration", end - start, flush=True)
        if end - begin > seconds:
            break
    assert len(results) == 1, "main() gives different results"
    print("result", results.pop())


if __name__ == "__main__":
    drive(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
