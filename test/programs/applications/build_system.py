"""A build system like make: rules with patterns and variables, a dependency graph, up-to-date checks by content, and parallel waves."""
import fnmatch
import hashlib
import json
import os
import re
import tempfile
from contextlib import chdir
from graphlib import CycleError, TopologicalSorter
from pathlib import Path


class BuildError(Exception):
    pass


class Makefile:
    def __init__(self, text):
        self.variables, self.rules, self.patterns, self.phony = {}, {}, [], set()
        self.default = None
        target = None
        for number, line in enumerate(re.sub(r"\\\n\s*", " ", text).splitlines(), 1):
            if line.startswith("\t"):
                if target is None:
                    raise BuildError(f"line {number}: recipe without a rule")
                for rule in target:
                    rule["recipe"].append(line.strip())
                continue
            line = line.partition("#")[0].rstrip()
            if not line:
                continue
            if m := re.match(r"(\w+)\s*(\+?=|\?=)\s*(.*)", line):
                self.assign(*m.groups())
            elif ":" in line:
                target = self.rule(*line.split(":", 1))
            else:
                raise BuildError(f"line {number}: cannot read {line!r}")

    def assign(self, name, op, value):
        if op == "+=":
            self.variables[name] = f"{self.variables.get(name, '')} {value}".strip()
        elif op == "=" or name not in self.variables:
            self.variables[name] = value

    def expand(self, text, automatic=(), depth=0):
        if depth > 20:
            raise BuildError(f"variable refers to itself in {text!r}")
        known = dict(automatic)

        def value(m):
            name = m[1] or m[2]
            if " " in name:
                function, _, arguments = name.partition(" ")
                return self.function(function, [self.expand(a.strip(), automatic, depth + 1) for a in arguments.split(",")])
            if name in known:
                return known[name]
            return self.expand(self.variables.get(name, ""), automatic, depth + 1)

        return re.sub(r"\$\(([^()]+(?:\([^()]*\)[^()]*)*)\)|\$([@<^*])", value, text)

    @staticmethod
    def function(name, arguments):
        match name, arguments:
            case "wildcard", [pattern]:
                return " ".join(sorted(p.as_posix() for p in Path(".").glob(pattern)))
            case "patsubst", [old, new, words]:
                stem = lambda w: w[len(old.partition("%")[0]) : len(w) - len(old.partition("%")[2])]  # noqa: E731
                return " ".join(new.replace("%", stem(w)) if fnmatch.fnmatch(w, old.replace("%", "*")) else w for w in words.split())
            case "notdir", [words]:
                return " ".join(os.path.basename(w) for w in words.split())
            case "sort", [words]:
                return " ".join(sorted(set(words.split())))
        raise BuildError(f"unknown function {name}")

    def rule(self, targets, sources):
        sources = self.expand(sources).split()
        made = []
        for target in self.expand(targets).split():
            if target == ".PHONY":
                self.phony.update(sources)
            elif "%" in target:
                made.append({"target": target, "sources": sources, "recipe": []})
                self.patterns.append(made[-1])
            else:
                rule = self.rules.setdefault(target, {"target": target, "sources": [], "recipe": []})
                rule["sources"] += sources
                made.append(rule)
                self.default = self.default or target
        return made

    def find(self, target):
        rule = self.rules.get(target)
        if rule and rule["recipe"]:
            return rule
        for pattern in self.patterns:
            before, after = pattern["target"].split("%")
            if target.startswith(before) and target.endswith(after) and len(target) > len(before + after):
                stem = target[len(before) : len(target) - len(after)]
                sources = [s.replace("%", stem) for s in pattern["sources"]]
                if all(os.path.exists(s) or s in self.rules for s in sources):
                    return {"target": target, "sources": sources + (rule["sources"] if rule else []), "recipe": pattern["recipe"], "stem": stem}
        return rule


class Builder:
    def __init__(self, makefile, database=".build.json"):
        self.makefile, self.database = makefile, Path(database)
        self.signatures = json.loads(self.database.read_text()) if self.database.exists() else {}
        self.commands = {n.removeprefix("run_"): getattr(self, n) for n in dir(self) if n.startswith("run_")}
        self.events = []

    def graph(self, goal):
        edges, stack = {}, [goal]
        while stack:
            target = stack.pop()
            if target in edges:
                continue
            rule = self.makefile.find(target)
            if rule is None and not os.path.exists(target):
                raise BuildError(f"no rule to make {target}")
            edges[target] = rule["sources"] if rule else []
            stack += edges[target]
        return edges

    def build(self, goal=None):
        goal = goal or self.makefile.default
        sorter = TopologicalSorter(self.graph(goal))
        try:
            sorter.prepare()
        except CycleError as error:
            raise BuildError("cycle: " + " <- ".join(sorted(set(error.args[1])))) from None
        self.events, wave = [], 0
        while sorter.is_active():
            ready = sorted(sorter.get_ready())
            work = [t for t in ready if self.outdated(t)]
            if work:
                wave += 1
                self.events.append(f"wave {wave}: {' '.join(work)}")
            for target in work:
                self.make(target)
            sorter.done(*ready)
        self.database.write_text(json.dumps(self.signatures, sort_keys=True))
        return self.events or [f"{goal} is up to date"]

    def signature(self, rule):
        h = hashlib.md5("\n".join(rule["recipe"]).encode())
        for source in rule["sources"]:
            h.update(source.encode() + (Path(source).read_bytes() if os.path.exists(source) else b"-"))
        return h.hexdigest()

    def outdated(self, target):
        rule = self.makefile.find(target)
        if rule is None or not rule["recipe"]:
            return False
        if target in self.makefile.phony or not os.path.exists(target):
            return True
        return self.signatures.get(target) != self.signature(rule)

    def make(self, target):
        rule = self.makefile.find(target)
        automatic = {"@": target, "<": rule["sources"][0] if rule["sources"] else "", "^": " ".join(rule["sources"]), "*": rule.get("stem", "")}
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        for line in rule["recipe"]:
            text = self.makefile.expand(line.lstrip("@-"), automatic)
            if not line.startswith("@"):
                self.events.append(f"  {text}")
            name, *arguments = text.split()
            try:
                if name not in self.commands:
                    raise BuildError(f"command {name} not found")
                self.commands[name](*arguments)
            except (BuildError, OSError) as error:
                if not line.startswith("-"):
                    raise BuildError(f"{target}: {getattr(error, 'strerror', None) or error}") from error
                self.events.append(f"  ({target}: {getattr(error, 'strerror', None) or error}, ignored)")
        self.signatures[target] = self.signature(rule)

    def run_compile(self, source, _, target, *flags):
        text = Path(source).read_text()
        includes = re.findall(r"#include (\S+)", text)
        body = "".join(Path(i).read_text() for i in includes) + re.sub(r"#include \S+\n", "", text)
        if "error" in body:
            raise BuildError(f"{source}: syntax error")
        Path(target).write_text(f"[{' '.join(flags)}] {body}")

    def run_link(self, target, *objects):
        Path(target).write_text("".join(Path(o).read_text() for o in objects))

    def run_echo(self, *words):
        self.events.append("  > " + " ".join(words))

    def run_remove(self, *names):
        for name in names:
            os.remove(name)


MAKEFILE = """\
# An example
SOURCES = $(wildcard src/*.c)
OBJECTS = $(patsubst src/%.c,obj/%.o,$(SOURCES))
FLAGS = -O2
FLAGS += -Wall
FLAGS ?= never
.PHONY: all clean
all: program docs
program: $(OBJECTS)
\tlink $@ $^
obj/%.o: src/%.c
\tcompile $< -o $@ $(FLAGS)
obj/main.o: src/common.h
docs: readme.txt
\t@echo making $@ from $<
\tlink $@ $^
clean:
\t-remove nothing.txt
\tremove program \\
\t  docs
"""


def attempt(builder, goal=None):
    try:
        print(*builder.build(goal), sep="\n")
    except BuildError as error:
        print("error:", error)


with tempfile.TemporaryDirectory() as folder, chdir(folder):
    for name, text in {"src/main.c": "#include src/common.h\nmain\n", "src/util.c": "util\n", "src/common.h": "common\n", "readme.txt": "read me\n"}.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
    make = Makefile(MAKEFILE)
    print({k: make.expand(v) for k, v in make.variables.items()}, make.default, sorted(make.phony))
    attempt(Builder(make))
    print(repr(Path("program").read_text()))
    attempt(Builder(make))
    Path("src/common.h").write_text("changed\n")
    attempt(Builder(make))
    Path("src/util.c").write_text("util\n")
    attempt(Builder(make), "program")
    os.remove("docs")
    Path("src/util.c").write_text("error\n")
    attempt(Builder(make))
    Path("src/util.c").write_text("better\n")
    attempt(Builder(make), "all")
    attempt(Builder(make), "clean")
    print(sorted(os.listdir(".")))
    attempt(Builder(make), "missing")
    for text in ["a: b\n\tx\nb: c\n\tx\nc: a\n\tx\n", "\tstray\n", "no sense\n", "X = $(Y)\nY = $(X)\nall: $(X)\n", "all: $(nothing a)\n", "all:\n\tunknown command\n"]:
        try:
            attempt(Builder(Makefile(text)))
        except BuildError as error:
            print("bad makefile:", error)
