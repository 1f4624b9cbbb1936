"""argparse: options, sub-commands, help, errors."""
import argparse
import sys
from pathlib import Path


def attempt(parser, *argv):
    try:
        print(list(argv), "->", parser.parse_args(argv))
    except SystemExit as error:
        print(list(argv), "-> exit", error.code)
    except argparse.ArgumentError as error:
        print(list(argv), "-> ArgumentError:", error)


sys.stderr = sys.stdout  # usage messages belong to the output of this program
basic = argparse.ArgumentParser(prog="tool", description="A tool that does things with files.", epilog="See the manual.")
basic.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files to read")
basic.add_argument("-v", "--verbose", action="count", default=0, help="more output (default: %(default)s)")
basic.add_argument("-o", "--output", metavar="OUT", help="where to write")
basic.add_argument("--level", type=int, choices=range(1, 4), default=2, help="a level of %(choices)s")
basic.add_argument("--no-cache", dest="cache", action="store_false")
basic.add_argument("-D", "--define", action="append", metavar="KEY=VALUE", help="may be repeated")
basic.add_argument("--colour", action=argparse.BooleanOptionalAction, help="colours")
basic.add_argument("--version", action="version", version="%(prog)s 1.0")
print(basic.format_help())
attempt(basic, "a.txt")
attempt(basic, "-vv", "-o", "x", "a", "b", "--level=3", "-DA=1", "--define", "B=2", "--no-colour", "--no-cache")
attempt(basic, "--verb", "a", "--colour", "-ofile")
attempt(basic)
attempt(basic, "a", "--level", "x")
attempt(basic, "a", "--unknown", "-z")
attempt(basic, "a", "-o")
attempt(basic, "--version")
attempt(basic, "--", "-dash")
print(basic.parse_known_args(["a", "--extra", "1"]))

sub = argparse.ArgumentParser(prog="vcs", exit_on_error=True)
sub.add_argument("-C", dest="cwd", default=".")
commands = sub.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
add = commands.add_parser("add", help="add files", aliases=["a"])
add.add_argument("paths", nargs="*")
add.set_defaults(handler=lambda args: f"adding {args.paths}")
commit = commands.add_parser("commit", help="record changes", description="Record changes to the repository.")
commit.add_argument("-m", "--message", required=True)
group = commit.add_mutually_exclusive_group()
group.add_argument("--amend", action="store_true")
group.add_argument("--fixup", metavar="ID")
commit.set_defaults(handler=lambda args: f"committing {args.message!r} amend={args.amend}")
print(sub.format_help())
print(commit.format_help())
for argv in (["add", "x", "y"], ["a"], ["-C", "/tmp", "commit", "-m", "msg", "--amend"]):
    arguments = sub.parse_args(argv)
    print(arguments.command, arguments.cwd, arguments.handler(arguments))
attempt(sub)
attempt(sub, "commit")
attempt(sub, "commit", "-m", "x", "--amend", "--fixup", "1")


class Point(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        if values[0] == values[1]:
            parser.error(f"{option_string}: the coordinates are equal")
        setattr(namespace, self.dest, tuple(values))


def positive(text):
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return number


parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--parent", type=positive)
child = argparse.ArgumentParser(prog="child", parents=[parent], prefix_chars="-+", fromfile_prefix_chars="@", formatter_class=argparse.ArgumentDefaultsHelpFormatter, argument_default=None, usage="%(prog)s [options] SOURCE [DEST]")
geometry = child.add_argument_group("geometry", "where to draw")
geometry.add_argument("--at", nargs=2, type=float, action=Point, metavar=("X", "Y"), help="position")
geometry.add_argument("+w", type=int, default=3, help="width")
child.add_argument("source", nargs="?", default="stdin", help="input")
child.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
child.add_argument("--const", nargs="?", const="C", default="D", help="constant")
child.add_argument("--list", nargs="*", default=[1])
child.add_argument("--set", action="store_const", const=42)
child.add_argument("--pairs", action="extend", nargs="+", type=int)
print(child.format_help())
attempt(child, "--at", "1", "2", "+w", "5", "--parent", "3", "src", "-x", "--y")
attempt(child, "--at", "1", "1")
attempt(child, "--parent", "-3")
attempt(child, "--parent", "0")
attempt(child, "--const", "--list", "--set", "--pairs", "1", "2", "--pairs", "3")
attempt(child, "--const=x", "--list", "a", "b")

strict = argparse.ArgumentParser(prog="strict", exit_on_error=False, allow_abbrev=False)
strict.add_argument("--integer", type=int)
strict.add_argument("--mode", choices=["fast", "slow"])
attempt(strict, "--integer", "x")
attempt(strict, "--int", "5")
namespace = argparse.Namespace(a=1, **{"odd name": 2})
print(namespace, "a" in namespace, namespace == argparse.Namespace(a=1), vars(namespace), strict.parse_args(["--integer", "3"], namespace))
for wrong in [lambda: strict.add_argument("--integer"), lambda: strict.add_argument("x", required=True), lambda: strict.add_argument("-"), lambda: strict.add_argument("--n", action="bogus"), lambda: strict.add_argument("--m", nargs=0), lambda: strict.add_argument("p", "--q")]:
    try:
        wrong()
        print("fine")
    except (ValueError, TypeError, argparse.ArgumentError) as error:
        print(type(error).__name__, "-", error)
wide = argparse.ArgumentParser(prog="wide", formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=50, max_help_position=12), description="  kept\n    as it is")
wide.add_argument("--a-rather-long-option-name", metavar="SOMETHING", help="with a description that has to be wrapped over several lines")
wide.print_help()
wide.print_usage()
