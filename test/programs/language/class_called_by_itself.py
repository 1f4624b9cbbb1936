"""`self.__class__(...)` in hot code, with classes that change and objects that say that they are of another."""


class Node:
    def __init__(self, tag, attrib={}, **extra):
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.children = []

    def make(self, tag, attrib):
        return self.__class__(tag, attrib)

    def kind(self):
        return self.__class__


class Special(Node):
    def __init__(self, tag, attrib, *rest):
        super().__init__((type(self).__name__, tag), attrib)


class Posing:
    """What `__class__` says is not what `type` says."""

    @property
    def __class__(self):
        return Special

    make = Node.make


class Own:
    make = Node.make

    def __init__(self, *args):
        self.args = args

    def __getattribute__(self, name):
        if name == "__class__":
            return lambda *args: ("called", args)
        return super().__getattribute__(name)


def add(parent, tag, **extra):
    child = parent.make(tag, extra)
    parent.children.append(child)
    return child


def build(parent, count):
    for k in range(count):
        child = add(parent, "t", number=k)
    return child


root = Node("root")
for _ in range(60):
    last = build(root, 50)
print(len(root.children), type(last).__name__, last.tag, last.attrib)

special = Special("top", {})
last = build(special, 200)
print(type(last).__name__, last.tag, last.attrib)
last = build(root, 200)
print(type(last).__name__, last.tag, last.attrib)

# The class changes, while the code is hot.
root.__class__ = Special
last = build(root, 200)
print(type(last).__name__, last.tag, last.attrib)
root.__class__ = Node
last = build(root, 200)
print(type(last).__name__, last.tag, last.attrib)


def many(object, count):
    for k in range(count):
        made = object.make(k, {})
    return made


for object in (Node("n"), Posing(), Own(), Special("s", {})):
    for _ in range(20):
        made = many(object, 20)
    print(type(made).__name__, made if isinstance(made, tuple) else made.tag)

for object in (Node, 1, "text", None, Node("n")):
    try:
        print(Node.kind(object).__name__)
        print(many.__class__.__name__, Node.make(object, "x", {}).__class__.__name__)
    except Exception as error:
        print(type(error).__name__, error)


def changed(object, count):
    for k in range(count):
        if k == 150:
            Node.__init__ = lambda self, tag, attrib: setattr(self, "tag", ("changed", tag))
        made = object.make(k, {})
    return made.tag


print(changed(Node("n"), 200))
