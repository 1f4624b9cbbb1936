"""Recursive Fibonacci numbers: calls and small-integer arithmetic, nothing else."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main(n=32):
    result = fib(n)
    assert n != 32 or result == 2178309
    return result


if __name__ == "__main__":
    print("fib:", main())
