"""A text adventure driven by a script of commands: rooms, items, doors, a light source and a score."""
import textwrap
from collections import defaultdict
from dataclasses import dataclass, field

OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east", "up": "down", "down": "up"}
SHORT = {d[0]: d for d in OPPOSITE}


@dataclass
class Item:
    name: str
    description: str
    portable: bool = True
    aliases: frozenset = frozenset()
    state: dict = field(default_factory=dict)

    def matches(self, word):
        return word == self.name or word in self.aliases


@dataclass
class Room:
    name: str
    description: str
    dark: bool = False
    exits: dict = field(default_factory=dict)
    items: list = field(default_factory=list)
    visited: bool = False


class GameOver(Exception):
    pass


class World:
    def __init__(self):
        self.rooms = {}
        self.locks = {}

    def room(self, name, description, **options):
        self.rooms[name] = Room(name, " ".join(description.split()), **options)
        return self.rooms[name]

    def connect(self, a, direction, b, lock=None):
        self.rooms[a].exits[direction] = b
        self.rooms[b].exits[OPPOSITE[direction]] = a
        if lock:
            self.locks[a, direction] = self.locks[b, OPPOSITE[direction]] = lock


def build():
    w = World()
    w.room("cottage", "You are in a small cottage. A fire crackles in the hearth, and a worn rug covers the floor.").items += [
        Item("lamp", "A brass lamp. There is still some oil in it.", aliases=frozenset({"lantern"}), state={"lit": False, "oil": 6}),
        Item("rug", "Woven long ago.", portable=False),
    ]
    w.room("garden", "Roses grow wild around a stone well.").items += [
        Item("well", "Deep and dark. A rope hangs down into it.", portable=False),
        Item("rose", "Red, with thorns."),
    ]
    w.room("bottom of the well", "It is damp. A tunnel leads east.", dark=True).items += [Item("key", "A rusty iron key.")]
    w.room("crypt", "Dusty sarcophagi line the walls. A low door leads north.", dark=True)
    w.room("treasury", "Gold glitters in every corner.", dark=True).items += [Item("crown", "A crown of gold and sapphires.", aliases=frozenset({"gold"}))]
    w.connect("cottage", "north", "garden")
    w.connect("garden", "down", "bottom of the well")
    w.connect("bottom of the well", "east", "crypt")
    w.connect("crypt", "north", "treasury", lock="key")
    return w


class Game:
    SYNONYMS = {"get": "take", "grab": "take", "l": "look", "i": "inventory", "x": "examine", "exit": "quit", "discard": "drop", "walk": "go"}

    def __init__(self, world, start):
        self.world, self.here = world, world.rooms[start]
        self.inventory = []
        self.score = self.moves = 0
        self.awarded = set()
        self.statistics = defaultdict(int)

    def say(self, text):
        print(textwrap.fill(text, 72))

    def award(self, points, why):
        if why not in self.awarded:
            self.awarded.add(why)
            self.score += points
            self.say(f"[Your score went up by {points}.]")

    @property
    def lamp(self):
        return next((i for i in [*self.inventory, *self.here.items] if i.name == "lamp"), None)

    @property
    def can_see(self):
        return not self.here.dark or (self.lamp is not None and self.lamp.state["lit"])

    def find(self, word, *places):
        for place in places:
            for item in place:
                if item.matches(word):
                    return item
        return None

    def execute(self, line):
        words = [w for w in line.lower().split() if w not in ("the", "a", "an", "to", "with")]
        if not words:
            return self.say("Pardon?")
        verb, *rest = words
        verb = self.SYNONYMS.get(verb, verb)
        if SHORT.get(verb, verb) in OPPOSITE:
            verb, rest = "go", [SHORT.get(verb, verb)]
        handler = getattr(self, f"do_{verb}", None)
        if handler is None:
            return self.say(f'I do not know how to "{verb}".')
        self.statistics[verb] += 1
        self.moves += 1
        handler(" ".join(rest))
        self.tick()

    def tick(self):
        lamp = self.lamp
        if lamp and lamp.state["lit"]:
            lamp.state["oil"] -= 1
            if lamp.state["oil"] == 2:
                self.say("The lamp is getting dim.")
            elif lamp.state["oil"] <= 0:
                lamp.state["lit"] = False
                self.say("The lamp has gone out!")

    def do_look(self, _=""):
        if not self.can_see:
            return self.say("It is pitch dark. You can see nothing at all.")
        print(f"-- {self.here.name.title()} --")
        self.say(self.here.description)
        for item in self.here.items:
            if item.portable:
                article = "an" if item.name[0] in "aeiou" else "a"
                self.say(f"There is {article} {item.name} here.")
        print("Exits:", ", ".join(sorted(self.here.exits)) + ".")

    def do_go(self, direction):
        direction = SHORT.get(direction, direction)
        if direction not in self.here.exits:
            return self.say(f"You cannot go {direction or 'nowhere'}.")
        lock = self.world.locks.get((self.here.name, direction))
        if lock:
            return self.say("The door is locked.")
        self.here = self.world.rooms[self.here.exits[direction]]
        first, self.here.visited = not self.here.visited, True
        if first or not self.can_see:
            self.do_look()
        else:
            print(f"-- {self.here.name.title()} --")
        if self.here.name == "treasury" and self.can_see:
            self.award(25, "found the treasury")

    def do_take(self, word):
        if word == "all":
            for item in [i for i in self.here.items if i.portable]:
                print(f"{item.name}: ", end="")
                self.do_take(item.name)
            return
        item = self.find(word, self.here.items)
        if item is None or not self.can_see:
            self.say("You see no such thing here." if not self.find(word, self.inventory) else "You already have it.")
        elif not item.portable:
            self.say(f"The {item.name} will not move.")
        elif len(self.inventory) >= 3:
            self.say("You are carrying too much.")
        else:
            self.here.items.remove(item)
            self.inventory.append(item)
            self.say("Taken.")
            if item.name == "crown":
                self.award(50, "took the crown")

    def do_drop(self, word):
        if item := self.find(word, self.inventory):
            self.inventory.remove(item)
            self.here.items.append(item)
            self.say("Dropped.")
            if item.name == "crown" and self.here.name == "cottage":
                self.award(25, "brought the crown home")
                raise GameOver("You have won!")
        else:
            self.say("You do not have that.")

    def do_examine(self, word):
        item = self.find(word, self.inventory, self.here.items) if self.can_see else None
        if item is None:
            return self.say("You see nothing special.")
        text = item.description
        if item.name == "lamp":
            text += " It is lit." if item.state["lit"] else " It is not lit."
        self.say(text)

    def do_light(self, word):
        if not (lamp := self.find(word, self.inventory)) or lamp.name != "lamp":
            self.say("You have nothing like that to light.")
        elif lamp.state["oil"] <= 0:
            self.say("It is empty.")
        else:
            lamp.state["lit"] = True
            self.say("The lamp burns with a steady flame.")
            if self.here.dark:
                self.do_look()

    def do_extinguish(self, word):
        if (lamp := self.find(word, self.inventory)) and lamp.state.get("lit"):
            lamp.state["lit"] = False
            self.say("The lamp is off now." + (" It is dark." if self.here.dark else ""))
        else:
            self.say("That is not burning.")

    def do_unlock(self, word):
        for (room, direction), lock in list(self.world.locks.items()):
            if room == self.here.name:
                if not self.find(lock, self.inventory):
                    return self.say("You have nothing that fits.")
                other = self.here.exits[direction]
                del self.world.locks[room, direction], self.world.locks[other, OPPOSITE[direction]]
                self.award(10, "unlocked the door")
                return self.say("The lock turns with a shriek.")
        self.say("There is nothing to unlock.")

    def do_inventory(self, _):
        if not self.inventory:
            return self.say("You are empty-handed.")
        print("You are carrying:", *(f"\n  {i.name}" for i in self.inventory), sep="")

    def do_score(self, _):
        self.say(f"You have {self.score} of 110 points in {self.moves} moves.")

    def do_quit(self, _):
        raise GameOver("Goodbye.")


SCRIPT = """look
take rug
get the lamp
light the lamp
extinguish lamp
x lamp
dance

n
take all
take rose
down
take key
light lantern
take key
e
n
drop rose
w
take key
e
unlock door
n
x crown
take gold
s
w
u
score
i
walk south
drop crown
score"""

game = Game(build(), "cottage")
try:
    for command in SCRIPT.splitlines():
        print(f"> {command}")
        game.execute(command)
except GameOver as end:
    game.say(str(end))
game.do_score("")
print(dict(sorted(game.statistics.items())))
