"""Chooses versions of packages: ranges of versions, backtracking with reasons, a lock file, an order of installation."""
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, total_ordering
from graphlib import TopologicalSorter


@total_ordering
class Version:
    PATTERN = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(?:-(?P<pre>[a-z]+)\.?(?P<n>\d+)?)?")

    def __init__(self, text):
        m = self.PATTERN.fullmatch(text)
        if m is None:
            raise ValueError(f"not a version: {text!r}")
        self.text = text
        self.release = tuple(int(m[i] or 0) for i in (1, 2, 3))
        self.pre = (m["pre"], int(m["n"] or 0)) if m["pre"] else None

    @cached_property
    def key(self):
        return self.release, self.pre is None, self.pre or ("", 0)

    def __eq__(self, other):
        return self.key == other.key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.key < other.key if isinstance(other, Version) else NotImplemented

    def __hash__(self):
        return hash(self.key)

    def __repr__(self):
        return self.text


class Range:
    """A conjunction of comparisons: '>=1.2, <2', '^1.4', '~1.4.2', '*'."""

    def __init__(self, text):
        self.text = text
        self.tests = []
        for part in map(str.strip, text.split(",")):
            match re.fullmatch(r"(\^|~|[<>]=?|!=|==)?\s*(.+)", part).groups():
                case None, "*":
                    continue
                case "^", v:
                    low = Version(v)
                    major, minor, _ = low.release
                    self.between(low, f"{major + 1}.0" if major else f"0.{minor + 1}")
                case "~", v:
                    low = Version(v)
                    self.between(low, f"{low.release[0]}.{low.release[1] + 1}")
                case op, v:
                    self.tests.append((op or "==", Version(v)))

    def between(self, low, high):
        self.tests += [(">=", low), ("<", Version(high))]

    OPERATORS = {
        "==": Version.__eq__,
        "!=": lambda a, b: not a == b,
        "<": Version.__lt__,
        "<=": lambda a, b: not b < a,
        ">": lambda a, b: b < a,
        ">=": lambda a, b: not a < b,
    }

    def __contains__(self, version):
        if version.pre and not any(v.pre and v.release == version.release for _, v in self.tests):
            return False
        return all(self.OPERATORS[op](version, wanted) for op, wanted in self.tests)

    def __repr__(self):
        return self.text


@dataclass
class Index:
    packages: dict = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def from_toml(cls, text):
        index = cls()
        for name, versions in tomllib.loads(text).items():
            for version, needs in versions.items():
                index.packages[name][Version(version)] = {k: Range(v) for k, v in needs.items()}
        return index

    def candidates(self, name, constraints):
        return sorted((v for v in self.packages.get(name, ()) if all(v in r for r, _ in constraints)), reverse=True)


class Conflict(Exception):
    pass


@dataclass
class Resolver:
    index: Index
    prefer: dict = field(default_factory=dict)
    trail: list = field(default_factory=list)

    def resolve(self, requirements):
        constraints = defaultdict(list)
        for name, text in requirements.items():
            constraints[name].append((Range(text), "you"))
        chosen = self.search({}, constraints)
        if chosen is None:
            raise ExceptionGroup("no solution", [Conflict(t) for t in dict.fromkeys(self.trail)])
        return chosen

    def search(self, chosen, constraints):
        open_names = [n for n in constraints if n not in chosen]
        if not open_names:
            return chosen
        options = {n: self.index.candidates(n, constraints[n]) for n in open_names}
        name = min(open_names, key=lambda n: (len(options[n]), n))
        if not options[name]:
            who = " and ".join(f"{by} wants {r}" for r, by in constraints[name])
            self.trail.append(f"{name}: {who}" if name in self.index.packages else f"{name}: unknown package")
            return None
        options = sorted(options[name], key=lambda v: v != self.prefer.get(name))
        for version in options:
            needs = self.index.packages[name][version]
            new = defaultdict(list, {k: list(v) for k, v in constraints.items()})
            for needed, r in needs.items():
                new[needed].append((r, f"{name} {version}"))
            bad = [n for n, r in needs.items() if n in chosen and chosen[n] not in r]
            if bad:
                self.trail += [f"{n}: {chosen[n]} chosen, but {name} {version} wants {needs[n]}" for n in bad]
                continue
            found = self.search(chosen | {name: version}, new)
            if found is not None:
                return found
        return None

    def order(self, chosen):
        return list(TopologicalSorter({n: sorted(self.index.packages[n][v]) for n, v in sorted(chosen.items())}).static_order())


INDEX = Index.from_toml("""
[web]
"1.0" = {http = "^1.0", log = "*"}
"2.0" = {http = "^2.0", log = ">=1.1", template = "~3.1"}
"2.1-beta.2" = {http = "^2.0"}
[http]
"1.0" = {}
"1.9.1" = {socket = ">=0.3,<0.5"}
"2.0" = {socket = "^0.4"}
"2.3" = {socket = "^0.5"}
[socket]
"0.3" = {}
"0.4.2" = {}
"0.5.1" = {log = ">=2.0"}
[log]
"1.0" = {}
"1.1" = {}
"2.0" = {}
[template]
"3.1" = {}
"3.1.9" = {log = "<2.0"}
"3.2" = {}
""")

print(sorted(map(Version, ["1.0", "1.0-rc.1", "0.9.12", "1.0-beta.11", "1.0-beta.2", "1.0.1", "0.10"])))
for spec in "^0.4", "~1.4.2", ">1.0, !=1.5, <=2.0", "*", ">=1.0-beta.1":
    print(f"{spec:20}", [v for v in map(Version, "0.4 0.4.9 0.5 1.0-beta.3 1.0 1.4.3 1.5 2.0 2.0-rc.1".split()) if v in Range(spec)])
for wanted in [{"web": "*"}, {"web": "^1.0"}, {"web": "2.1-beta.2", "socket": "<0.5"}, {"web": "^2.0", "log": "<2.0"}]:
    resolver = Resolver(INDEX)
    chosen = resolver.resolve(wanted)
    print(wanted, "->", " ".join(f"{n}@{chosen[n]}" for n in resolver.order(chosen)), f"({len(resolver.trail)} conflicts met)")
locked = Resolver(INDEX, prefer={"http": Version("2.0"), "log": Version("1.1")})
print("locked:", sorted(locked.resolve({"web": "^2.0"}).items()))
for wanted in [{"http": "^2.3", "log": "<2.0"}, {"web": "^2.0", "template": "^3.2"}, {"ghost": "*"}]:
    try:
        Resolver(INDEX).resolve(wanted)
    except* Conflict as group:
        print(wanted, group.message)
        for error in group.exceptions:
            print("   ", error)
for bad in "1", "1.x", "^", ">=a.b":
    try:
        print(Range(bad))
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
