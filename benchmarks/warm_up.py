"""Shows how a program becomes fast: calls main() with small arguments for two seconds.

    typhon benchmarks/warm_up.py benchmarks/programs/fannkuch.py 7

Prints one line: milliseconds of CPU time until a call took at most twice what it takes at the end, milliseconds of such a call, and
the share of the time that went into compilation.
"""

import sys
from statistics import median
from time import perf_counter, process_time

from driver import load

SECONDS = 2
#: Calls whose median counts, so that one collection of garbage does not.
WINDOW = 5


def durations(call, arguments):
    """The CPU times at which calls ended, and how long each took by the clock."""
    ends, times = [], []
    begin = perf_counter()
    begin_cpu = process_time()
    while perf_counter() - begin < SECONDS:
        start = perf_counter()
        call(*arguments)
        times.append(perf_counter() - start)
        ends.append(process_time() - begin_cpu)
    return ends, times, perf_counter() - begin


def warm_up(ends, times):
    """The CPU time before the first window of calls that is at least half as fast as the last fifth; and the time of a call there."""
    steady = median(times[-max(WINDOW, len(times) // 5) :])
    for index in range(len(times) - WINDOW):
        if median(times[index : index + WINDOW]) <= 2 * steady:
            return (ends[index - 1] if index else 0.0), steady
    return ends[-1], steady


def compile_time():
    try:
        from typhon import jit
    except ImportError:
        return 0.0
    return jit.get_stats_snapshot().compile_time


def main(path, *arguments):
    program = load(path)
    before = compile_time()
    ends, times, total = durations(program.main, [int(argument) for argument in arguments])
    reached, steady = warm_up(ends, times)
    share = (compile_time() - before) / total
    print(f"{reached * 1000:.0f} {steady * 1000:.3f} {share * 100:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
