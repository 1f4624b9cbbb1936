"""Loops over objects by their __getitem__, hot, while their classes and items change; instances whose __next__ is that of a builtin iterator."""

from xml.parsers import expat


class Node:
    def __init__(self, tag, *children):
        self.tag = tag
        self.children = list(children)

    def __getitem__(self, index):
        return self.children[index]

    def __len__(self):
        return len(self.children)

    def walk(self):
        yield self.tag
        for child in self:
            yield from child.walk()
            if child.tag == "odd":
                yield "after"


class Text(Node):
    pass


def total(nodes):
    count = 0
    for node in nodes:
        for child in node:
            count += len(child.tag)
    return count


leaves = [Node(f"leaf{n}") for n in range(5)]
tree = Node("root", *(Node("odd" if n % 3 else "even", Text("text"), *leaves[:n % 5]) for n in range(40)))
tree[3].extra = 1
for _ in range(60):
    seen = list(tree.walk())
print(len(seen), seen[:12], sum(map(len, seen)))
for _ in range(200):
    result = total(tree.children)
print(result)

# The items become a tuple, another class of list, and something else.
tree[4].children = tuple(tree[4].children)
print(total(tree.children))


class Loud(list):
    def __getitem__(self, index):
        return Node("loud") if index < 2 else list.__getitem__(self, 99)


tree[5].children = Loud(tree[5].children)
print(total(tree.children))
tree[6].children = {0: Node("zero"), 1: Node("one")}
try:
    print(total(tree.children))
except KeyError as error:
    print("KeyError", error)
tree[6].children = [Node("list")]

# Lists that change while the loop runs.
growing = Node("growing", Node("first"))
grown = []
for child in growing:
    grown.append(child.tag)
    if len(growing) < 60:
        growing.children.append(Node(f"child{len(growing)}"))
    if len(growing) == 50:
        growing.children = [Node("other")] * 52
print(len(grown), grown[-3:])

# The method gets other code, the class another method, then an __iter__, which is None at last.
def backwards(self, index):
    if index >= len(self.children):
        raise IndexError
    return self.children[-1 - index]


before = Node.__getitem__.__code__
Node.__getitem__.__code__ = backwards.__code__
print([child.tag for child in tree[7]], total(tree.children))
Node.__getitem__.__code__ = before
print([child.tag for child in tree[7]], total(tree.children))
Node.__getitem__ = lambda self, index: self.children[index + 1]
print([child.tag for child in tree[7]], total(tree.children))
Node.__iter__ = lambda self: iter([Node("iter")])
print([child.tag for child in tree[7]], total(tree.children))
Node.__iter__ = None
try:
    total(tree.children)
except TypeError as error:
    print("TypeError", error)
del Node.__iter__
del Node.__getitem__
try:
    total(tree.children)
except TypeError as error:
    print("TypeError", error)


# Iterators whose __next__ belongs to another object.
def numbers(count):
    for number in range(count):
        yield number
    return "the end"


def borrowing(iterator):
    class Borrowing:
        __next__ = iterator.__next__

        def __iter__(self):
            return self

    return Borrowing()


def delegating(iterator):
    answer = yield from iterator
    yield answer


for _ in range(20):
    found = [sum(borrowing(numbers(30))), sum(x for x in borrowing(iter([1, 2, 3]))), list(delegating(borrowing(numbers(3))))]
    found.append([x for x in borrowing(iter(range(5)))])
print(found)
wrong = borrowing(numbers(3))
type(wrong).__next__ = numbers(3).send
try:
    next(wrong)
except TypeError as error:
    print("TypeError", error)


# Handlers with defaults, and as methods.
class Target:
    def __init__(self):
        self.events = []

    def start(self, name, attributes):
        self.events.append((name, attributes))

    def end(self, name, *, kind="end"):
        self.events.append((kind, name))

    def data(self, text, times=2):
        self.events.append(text * times)


def parse(document, ordered):
    target = Target()
    parser = expat.ParserCreate(None, "}")
    parser.ordered_attributes = ordered
    parser.StartElementHandler = target.start
    parser.EndElementHandler = target.end
    parser.CharacterDataHandler = target.data
    parser.Parse(document, True)
    return target.events


DOCUMENT = "<a x='1' y='&amp;é'><b/><c xmlns='u' z=\"2\">text\nmore</c>" + "<d/>" * 20 + "</a>"
for turn in range(30):
    events = parse(DOCUMENT, turn % 2)
    if turn == 20:
        Target.start = lambda self, name, attributes, kind="start", *rest, **more: self.events.append((kind, name, attributes, rest, more))
print(events[:8], len(events))
print(parse(DOCUMENT, False)[:3])
many = " ".join(f"a{n}='{n}'" for n in range(30))
print(parse(f"<m {many}/>", True)[0][2][-4:])
for bad in ("<m a='1' a='2'/>", f"<m {many} a7=''/>", "<m xmlns:p='u' xmlns:q='u' p:a='' q:a=''/>",
            f"<m xmlns:p='u' xmlns:q='u' p:a='' {many} q:a=''/>", "<m>\r\n\u20ac\U0001f600\n <m é='1' é='2'/></m>", "<m p:a=''/>"):
    try:
        parse(bad, True)
    except expat.ExpatError as error:
        print(error, error.lineno, error.offset)
DEFAULTS = "<!DOCTYPE m [<!ATTLIST m a CDATA 'one' b CDATA 'two' c NMTOKEN #IMPLIED>]><m b=' 2 ' c=' 3  4 '/>"
print(parse(DEFAULTS, True), parse(DEFAULTS, False))

# Dictionaries that begin empty share nothing.
empty = [{} for _ in range(4)]
empty[1]["a"] = 1
empty[2][2] = 2
copied = empty[0].copy()
copied.update(empty[1], b=5)
empty[3].setdefault((1, 2), []).append(3)
print(empty, copied, {**empty[0], **empty[0]}, dict(empty[0]), {} == empty[0])
for _ in range(3):
    empty[1].clear()
    empty[1][str(_)] = _
    empty[1].popitem()
print(empty[1], [*{}], {}.get("a"), {}.popitem if False else len({}))
