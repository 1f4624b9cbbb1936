"""asyncio: trees of tasks that wait for their branches, a memo shared by tasks, a queue between producers and consumers."""

import asyncio
import random


class Tree:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.cache = {}
        self.leaves = 0

    async def work(self, level):
        """Every third leaf waits, every second one looks into the memo."""
        key = self.random.randrange(500)
        self.leaves += 1
        if self.leaves % 3 == 0:
            await asyncio.sleep(0)
        if self.leaves % 2 == 0:
            if key in self.cache:
                return self.cache[key]
            self.cache[key] = key * level
        return key

    async def grow(self, level):
        if level == 0:
            return await self.work(level)
        return sum(await asyncio.gather(*[self.grow(level - 1) for _ in range(5)]))


async def pipeline(count):
    queue, results = asyncio.Queue(8), []

    async def produce(start):
        for n in range(start, count, 2):
            await queue.put(n)

    async def consume():
        while (item := await queue.get()) is not None:
            results.append(item * item)

    async with asyncio.TaskGroup() as consumers:
        for _ in range(3):
            consumers.create_task(consume())
        async with asyncio.TaskGroup() as producers:
            producers.create_task(produce(0))
            producers.create_task(produce(1))
        for _ in range(3):
            await queue.put(None)
    return sum(results)


async def everything(levels, count):
    tree = Tree(11)
    total = await tree.grow(levels)
    return total, tree.leaves, len(tree.cache), await pipeline(count)


def main(levels=6, count=6_000):
    return asyncio.run(everything(levels, count))


if __name__ == "__main__":
    print("async_trees:", *main())
