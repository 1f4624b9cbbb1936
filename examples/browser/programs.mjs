export const PROGRAMS = {
  Shapes: `from dataclasses import dataclass
from math import pi


@dataclass
class Circle:
    radius: float

    @property
    def area(self):
        return pi * self.radius ** 2


@dataclass
class Square:
    side: float

    @property
    def area(self):
        return self.side ** 2


def describe(shape):
    match shape:
        case Circle(radius=r) if r > 2:
            return "a big circle"
        case Circle():
            return "a circle"
        case Square(side=s):
            return f"a square of {s} by {s}"


for shape in (Circle(1), Circle(3), Square(2)):
    print(f"{describe(shape):24}{shape.area:8.3f}")

print(2 ** 200)
`,
  'Guess a number': `import random

secret = random.randint(1, 100)
print("I think of a number from 1 to 100.")
while True:
    try:
        guess = int(input("Your guess? "))
    except ValueError:
        print("A number, please.")
        continue
    if guess == secret:
        print("Yes!")
        break
    print("More." if guess < secret else "Less.")
`,
  'Game of life': `import time

cells = {(5, 3), (6, 4), (4, 5), (5, 5), (6, 5), (14, 8), (15, 8), (16, 8)}
for generation in range(12):
    print(f"generation {generation}")
    for y in range(12):
        print("".join("●" if (x, y) in cells else "·" for x in range(24)))
    around = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = x + dx, y + dy
                    around[place] = around.get(place, 0) + 1
    cells = {p for p, n in around.items() if n == 3 or n == 2 and p in cells}
    time.sleep(0.2)
`,
  'Tasks at once': `import asyncio


async def work(name, seconds):
    for step in range(3):
        await asyncio.sleep(seconds)
        print(f"{name}: step {step + 1}")
    return name.upper()


print(await asyncio.gather(work("slow", 0.5), work("fast", 0.2)))
`,
  'An endless loop': `# The page stays responsive: press Stop.
count = 0
while True:
    count += 1
`,
};
