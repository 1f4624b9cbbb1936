"""asyncio: queues, locks, events, conditions, semaphores and barriers between tasks."""
import asyncio


async def producer(queue, name, count):
    for n in range(count):
        await queue.put((name, n))
        await asyncio.sleep(0)
    return name


async def consumer(queue, seen):
    while True:
        item = await queue.get()
        seen.append(item)
        queue.task_done()


async def pipeline():
    queue, seen = asyncio.Queue(maxsize=2), []
    workers = [asyncio.create_task(consumer(queue, seen)) for _ in range(2)]
    print(await asyncio.gather(*(producer(queue, name, 3) for name in "ab")))
    await queue.join()
    for worker in workers:
        worker.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])
    print(sorted(seen), queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    for attempt in (queue.get_nowait, queue.task_done):
        try:
            attempt()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full")
    try:
        await asyncio.wait_for(queue.put(4), 0.005)
    except TimeoutError:
        print("put timed out", queue.qsize())


async def kinds():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = cls()
        for n in (3, 1, 2):
            await queue.put(n)
        print(cls.__name__, [await queue.get() for _ in range(3)])
    queue = asyncio.Queue()
    await queue.put("left")
    queue.shutdown()
    print(await queue.get())
    for action in (queue.get(), queue.put(1)):
        try:
            await action
        except asyncio.QueueShutDown as error:
            print(type(error).__name__)
    waiting = asyncio.Queue()
    getters = [asyncio.create_task(waiting.get()) for _ in range(2)]
    await asyncio.sleep(0)
    waiting.shutdown(immediate=True)
    print([type(r).__name__ for r in await asyncio.gather(*getters, return_exceptions=True)])


async def locks():
    lock, trace = asyncio.Lock(), []

    async def critical(name):
        async with lock:
            trace.append(f"{name} in")
            await asyncio.sleep(0.001)
            trace.append(f"{name} out")

    await asyncio.gather(*(critical(n) for n in "xyz"))
    print(trace, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    print(lock.locked(), repr(lock)[-9:])
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiter.cancel()
    lock.release()
    await asyncio.sleep(0)
    print(lock.locked())
    semaphore, running, peak = asyncio.Semaphore(2), 0, 0

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("peak", peak, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


async def events():
    event, log = asyncio.Event(), []

    async def waiter(n):
        await event.wait()
        log.append(n)

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(log, event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(log, event.is_set(), await event.wait())
    event.clear()
    condition, items = asyncio.Condition(), []

    async def taker(name):
        async with condition:
            await condition.wait_for(lambda: items)
            log.append((name, items.pop(0)))

    takers = [asyncio.create_task(taker(n)) for n in "pq"]
    await asyncio.sleep(0)
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0.001)
    await asyncio.gather(*takers)
    print(log)
    try:
        condition.notify_all()
    except RuntimeError as error:
        print(error)
    barrier = asyncio.Barrier(3)

    async def meet(n):
        position = await barrier.wait()
        return position

    print(sorted(await asyncio.gather(*(meet(n) for n in range(3)))), barrier.parties, barrier.n_waiting, barrier.broken)
    lonely = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await lonely
    except asyncio.BrokenBarrierError as error:
        print(error, barrier.broken)


async def streams():
    async def handle(reader, writer):
        while line := await reader.readline():
            if line == b"quit\n":
                break
            writer.write(line.strip()[::-1] + b"\n")
            await writer.drain()
        writer.write(b"bye\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.writelines([b"hello\n", b"streams\n"])
        print(await reader.readline(), await reader.readuntil(b"\n"))
        writer.write(b"quit\n")
        print(await reader.read(), reader.at_eof(), writer.get_extra_info("peername")[0])
        writer.close()
        await writer.wait_closed()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            await asyncio.wait_for(reader.readexactly(5), 0.02)
        except TimeoutError:
            print("nothing to read")
        writer.write(b"quit\n")
        try:
            await reader.readexactly(10)
        except asyncio.IncompleteReadError as error:
            print(error)
        writer.close()
        await writer.wait_closed()
    fed = asyncio.StreamReader()
    fed.feed_data(b"one\ntwo|rest")
    fed.feed_eof()
    print(await fed.readline(), await fed.readuntil(b"|"), await fed.read(2))
    try:
        await fed.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)


async def main():
    for part in (pipeline, kinds, locks, events, streams):
        print(f"-- {part.__name__}")
        await part()


asyncio.run(main())
