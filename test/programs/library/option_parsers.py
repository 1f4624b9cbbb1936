"""getopt, optparse and cmd: older ways to take commands."""
import cmd
import getopt
import io
import optparse
import sys

print(getopt.getopt("-a -b -cfoo -d bar a1 a2".split(), "abc:d:"))
print(getopt.getopt(["--condition=foo", "--testing", "--output-file", "abc.def", "-x", "a1"], "x", ["condition=", "output-file=", "testing"]))
print(getopt.gnu_getopt(["file", "-v", "other", "--out=x", "--", "-z"], "v", ["out="]), getopt.getopt(["-o", "--opt"], "o::", ["opt=?"]))
for argv in (["-q"], ["-c"], ["--none"], ["--o", "1"], ["--flag=1"], ["--out"]):
    try:
        print(getopt.getopt(argv, "c:", ["out=", "other=", "flag"]))
    except getopt.GetoptError as error:
        print(error, "|", error.opt)

sys.stderr = sys.stdout
parser = optparse.OptionParser(prog="old", usage="usage: %prog [options] arg1 arg2", version="%prog 2.0", description="An old-style parser.", epilog="That is all.")
parser.add_option("-f", "--file", dest="filename", help="write report to FILE", metavar="FILE")
parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print status [default: %default]")
parser.add_option("-n", type="int", default=7, help="a number [default: %default]")
parser.add_option("--mode", type="choice", choices=["a", "b"])
parser.add_option("-p", nargs=2, type="float", dest="point")
parser.add_option("-v", action="count", dest="level")
parser.add_option("-l", action="append", dest="items")


def callback(option, opt, value, parser, *args):
    parser.values.seen = (opt, value, args)


group = optparse.OptionGroup(parser, "Dangerous Options", "Use at your own risk.")
group.add_option("-x", action="callback", callback=callback, type="string", callback_args=(1,), help="callback")
parser.add_option_group(group)
print(parser.format_help())
for argv in (["-f", "out", "-q", "-n5", "rest"], ["-p", "1", "2.5", "-vvv", "-l", "a", "-lb", "-xhey"], ["--mode=c"], ["-n", "x"], ["--fil", "abbrev"], ["-z"], ["--version"], ["-f"], ["--quiet=1"]):
    try:
        options, rest = parser.parse_args(argv)
        print(vars(options), rest)
    except SystemExit as error:
        print("exit", error.code)
try:
    parser.add_option("-f", "--other")
except optparse.OptionConflictError as error:
    print(error)
try:
    optparse.make_option("-b", type="bogus")
except optparse.OptionError as error:
    print(error)


class Calculator(cmd.Cmd):
    intro = "A calculator. Type help."
    prompt = "(calc) "
    doc_header = "Commands"
    undoc_header = "Without help"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.use_rawinput = False
        self.stack = []

    def do_push(self, line):
        """push NUMBER...: put numbers on the stack."""
        try:
            self.stack.extend(float(word) for word in line.split())
        except ValueError as error:
            self.stdout.write(f"*** {error}\n")

    def do_add(self, line):
        """add: replace the two upper numbers by their sum."""
        if len(self.stack) < 2:
            self.stdout.write("*** stack has fewer than two numbers\n")
        else:
            self.stack.append(self.stack.pop() + self.stack.pop())

    def do_show(self, line):
        self.stdout.write(f"{self.stack}\n")

    def help_topics(self):
        self.stdout.write("There is only arithmetic.\n")

    def complete_push(self, text, line, begin, end):
        return [w for w in ("pi", "phi", "e") if w.startswith(text)]

    def do_quit(self, line):
        """quit: leave."""
        return True

    do_EOF = do_quit

    def precmd(self, line):
        return line.strip().removeprefix("please ")

    def postcmd(self, stop, line):
        if self.stdout.write(f"[{line}]\n") and stop:
            self.stdout.write("bye\n")
        return stop

    def emptyline(self):
        self.stdout.write("(nothing)\n")

    def default(self, line):
        self.stdout.write(f"unknown: {line.split()[0]}\n")


script = """help
help push
help show
help topics
help nonsense
push 1 2 3.5
please add
show

add 1
push x
add
frobnicate now
? add
quit
push 9
"""
out = io.StringIO()
shell = Calculator(stdin=io.StringIO(script), stdout=out)
shell.cmdloop()
print(out.getvalue())
print(shell.completenames("pu"), shell.complete_push("p", "push p", 5, 6), shell.parseline("!ls"), shell.parseline("?x"), shell.parseline("cmd a b"), shell.onecmd("show"), shell.lastcmd)
shell.columnize([f"item{n}" for n in range(12)], displaywidth=40)
print(out.getvalue()[-150:])
