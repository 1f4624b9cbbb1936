"""Arguments of the command line, and argparse refusing them."""
import argparse
import sys

print(sys.argv[1:])
parser = argparse.ArgumentParser(prog="tool", description="A tool.")
parser.add_argument("--size", type=int, choices=[1, 2, 3])
parser.add_argument("name")
parser.parse_args()
