"""An event loop written by hand under async/await: tasks, sleep, queues, gather, timeouts, cancellation, locks."""


class Future:
    def __init__(self):
        self.done, self.value, self.error, self.waiters = False, None, None, []

    def set(self, value=None, error=None):
        if not self.done:
            self.done, self.value, self.error = True, value, error
            for waiter in self.waiters:
                waiter.loop.ready.append((waiter, None))

    def __await__(self):
        if not self.done:
            yield self
        if self.error is not None:
            raise self.error
        return self.value


class Cancelled(BaseException):
    pass


class Task(Future):
    count = 0

    def __init__(self, loop, coroutine, name=None):
        super().__init__()
        Task.count += 1
        self.loop, self.coroutine = loop, coroutine
        self.name = name or f"task {Task.count}"

    def step(self, error=None):
        try:
            waited = self.coroutine.send(None) if error is None else self.coroutine.throw(error)
        except StopIteration as stop:
            self.set(stop.value)
        except (Exception, Cancelled) as error:
            self.set(error=error)
        else:
            waited.waiters.append(self)

    def cancel(self):
        if not self.done:
            self.loop.ready.append((self, Cancelled()))


class Loop:
    """Time is simulated: it jumps to the next timer when nothing is ready."""

    def __init__(self):
        self.now, self.ready, self.timers, self.order = 0.0, [], [], 0

    def spawn(self, coroutine, name=None):
        task = Task(self, coroutine, name)
        self.ready.append((task, None))
        return task

    def sleep(self, seconds):
        future = Future()
        self.order += 1
        self.timers.append((self.now + seconds, self.order, future))
        self.timers.sort(key=lambda timer: timer[:2])
        return future

    def run(self, coroutine):
        main = self.spawn(coroutine, "main")
        while not main.done:
            while self.ready:
                task, error = self.ready.pop(0)
                if not task.done:
                    task.step(error)
            if self.timers and not main.done:
                self.now, _, future = self.timers.pop(0)
                future.set()
            elif not main.done:
                raise RuntimeError("deadlock")
        if main.error is not None:
            raise main.error
        return main.value


loop = Loop()


def log(*words):
    print(f"{loop.now:5.2f}", *words)


async def gather(*coroutines):
    tasks = [loop.spawn(c) for c in coroutines]
    return [await task for task in tasks]


async def timeout(seconds, coroutine):
    task = loop.spawn(coroutine)

    async def watch():
        await loop.sleep(seconds)
        task.cancel()

    watcher = loop.spawn(watch())
    try:
        return await task
    except Cancelled:
        raise TimeoutError(f"no answer in {seconds} s") from None
    finally:
        watcher.cancel()


class Queue:
    def __init__(self, size):
        self.size, self.items, self.getters, self.putters = size, [], [], []

    async def put(self, item):
        while len(self.items) >= self.size:
            self.putters.append(future := Future())
            await future
        self.items.append(item)
        if self.getters:
            self.getters.pop(0).set()

    async def get(self):
        while not self.items:
            self.getters.append(future := Future())
            await future
        if self.putters:
            self.putters.pop(0).set()
        return self.items.pop(0)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is None:
            raise StopAsyncIteration
        return item


class Lock:
    def __init__(self):
        self.locked, self.waiting = False, []

    async def __aenter__(self):
        while self.locked:
            self.waiting.append(future := Future())
            await future
        self.locked = True
        return self

    async def __aexit__(self, *details):
        self.locked = False
        if self.waiting:
            self.waiting.pop(0).set()


async def cook(dish, seconds):
    log("start", dish)
    await loop.sleep(seconds)
    log("ready", dish)
    return dish.upper()


async def producer(queue, count):
    for i in range(count):
        await loop.sleep(0.3)
        await queue.put(i * i)
        log("put", i * i)
    await queue.put(None)


async def consumer(queue):
    total = 0
    async for item in queue:
        await loop.sleep(0.5)
        total += item
        log("got", item)
    return total


async def ticks(count, pause):
    """An asynchronous generator."""
    try:
        for i in range(count):
            await loop.sleep(pause)
            yield i
    finally:
        log("ticks end")


async def worker(name, lock, shared):
    for _ in range(2):
        async with lock:
            value = shared["value"]
            await loop.sleep(0.1)
            shared["value"] = value + 1
    return name


async def failing():
    await loop.sleep(0.2)
    raise ValueError("burnt")


async def patient():
    try:
        await loop.sleep(100)
    except Cancelled:
        log("patient was cancelled")
        raise
    finally:
        log("patient cleans up")


async def main():
    log(await gather(cook("soup", 1), cook("bread", 0.5), cook("tea", 0.75)))
    queue = Queue(2)
    source = loop.spawn(producer(queue, 5))
    log("total", await consumer(queue), source.done)
    try:
        await gather(cook("rice", 0.1), failing())
    except ValueError as error:
        log("error", error)
    try:
        await timeout(0.5, patient())
    except TimeoutError as error:
        log("timeout:", error)
    log(await timeout(5, cook("cake", 1)))
    async for tick in ticks(5, 0.25):
        if tick == 2:
            continue
        log("tick", tick)
    log([tick async for tick in ticks(4, 0.1) if tick % 2], {t: await cook(f"{t}", 0) async for t in ticks(2, 0.1)})
    lock, shared = Lock(), {"value": 0}
    log(await gather(*(worker(f"w{i}", lock, shared) for i in range(3))), shared)
    generator = ticks(9, 0.1)
    log(await anext(generator), await anext(generator))
    await generator.aclose()
    log(await anext(generator, "finished"))
    return "goodbye"


if __name__ == "__main__":
    print(loop.run(main()))
    try:
        loop.run(Queue(1).get())
    except RuntimeError as error:
        print("RuntimeError:", error)
