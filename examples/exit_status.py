"""Leaves by sys.exit with a message, through finally blocks and generators, after output on both streams."""

import sys


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


def main(arguments):
    print("arguments", arguments)
    print("a warning", file=sys.stderr)
    steps = generator()
    try:
        for value in steps:
            print(value)
            if value == 1:
                sys.exit(f"cannot go on with {value}")
    except Exception:
        print("SystemExit is no Exception")
    finally:
        steps.close()
        sys.stdout.write("finally\n")
        sys.stderr.write("last words: ")


if __name__ == "__main__":
    main(sys.argv[1:])
