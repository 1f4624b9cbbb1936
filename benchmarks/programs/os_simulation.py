"""A toy operating system: processes of several kinds exchange messages under a priority scheduler."""

READY, WAITING, DONE = "ready", "waiting", "done"


class Message:
    def __init__(self, kind, value, sender):
        self.kind = kind
        self.value = value
        self.sender = sender
        self.next = None


class Queue:
    """A linked list of messages, first in, first out."""

    def __init__(self):
        self.head = self.tail = None
        self.length = 0

    def put(self, message):
        if self.tail is None:
            self.head = message
        else:
            self.tail.next = message
        self.tail = message
        self.length += 1

    def get(self):
        message = self.head
        if message is not None:
            self.head = message.next
            if self.head is None:
                self.tail = None
            message.next = None
            self.length -= 1
        return message


class Process:
    def __init__(self, kernel, name, priority):
        self.kernel = kernel
        self.name = name
        self.priority = priority
        self.state = READY
        self.inbox = Queue()
        self.ticks = 0
        kernel.add(self)

    def receive(self, message):
        self.inbox.put(message)
        if self.state is WAITING:
            self.state = READY
            self.kernel.enqueue(self)

    def send(self, target, kind, value):
        self.kernel.messages += 1
        target.receive(Message(kind, value, self))

    def wait(self):
        self.state = WAITING

    def run(self):
        raise NotImplementedError


class Producer(Process):
    def __init__(self, kernel, name, target, count):
        super().__init__(kernel, name, 2)
        self.target = target
        self.remaining = count
        self.seed = len(name) * 7919

    def run(self):
        while (reply := self.inbox.get()) is not None:
            self.seed ^= reply.value
        if self.remaining == 0:
            self.state = DONE
            return
        self.remaining -= 1
        self.seed = (self.seed * 1103515245 + 12345) & 0x7FFFFFFF
        self.send(self.target, "work", self.seed >> 8 & 0xFFF)


class Worker(Process):
    def __init__(self, kernel, name, disk):
        super().__init__(kernel, name, 3)
        self.disk = disk
        self.sum = 0

    def run(self):
        message = self.inbox.get()
        match message:
            case None:
                self.wait()
            case Message(kind="work", value=value):
                self.sum = (self.sum + value * value) % 65521
                if value % 3 == 0:
                    self.send(self.disk, "write", value)
                else:
                    self.send(message.sender, "done", value & 15)
            case Message(kind="written", value=value):
                self.sum = (self.sum * 3 + value) % 65521


class Disk(Process):
    """Slow: serves one request, then sleeps a while."""

    def __init__(self, kernel, name):
        super().__init__(kernel, name, 5)
        self.blocks = {}
        self.busy = 0

    def run(self):
        if self.busy:
            self.busy -= 1
            return
        message = self.inbox.get()
        if message is None:
            self.wait()
            return
        block = message.value % 97
        self.blocks[block] = self.blocks.get(block, 0) + message.value
        self.busy = block % 3
        self.send(message.sender, "written", block)


class Idle(Process):
    def __init__(self, kernel):
        super().__init__(kernel, "idle", 0)

    def run(self):
        self.kernel.idle += 1


class Kernel:
    LEVELS = 6

    def __init__(self):
        self.queues = [[] for _ in range(self.LEVELS)]
        self.processes = []
        self.clock = self.messages = self.idle = 0

    def add(self, process):
        self.processes.append(process)
        self.enqueue(process)

    def enqueue(self, process):
        self.queues[process.priority].append(process)

    def next_process(self):
        for queue in reversed(self.queues):
            if queue:
                return queue.pop(0)
        return None

    def run(self, limit):
        while self.clock < limit:
            self.clock += 1
            process = self.next_process()
            process.ticks += 1
            process.run()
            if process.state is READY:
                self.enqueue(process)
            if process.priority == 0 and not any(p.state is READY for p in self.processes if p is not process):
                break


def main(jobs=10_000):
    kernel = Kernel()
    Idle(kernel)
    disk = Disk(kernel, "disk")
    workers = [Worker(kernel, f"worker {i}", disk) for i in range(4)]
    for i in range(8):
        Producer(kernel, f"producer {'x' * i}", workers[i % 4], jobs)
    kernel.run(10_000_000)
    result = kernel.clock, kernel.messages, kernel.idle, [w.sum for w in workers], sum(disk.blocks.values())
    assert jobs != 10_000 or result == (346158, 186760, 1, [34410, 6920, 46922, 28592], 54982755), result
    return result


if __name__ == "__main__":
    clock, messages, idle, sums, written = main()
    print(f"os_simulation: {clock} ticks, {messages} messages, {idle} idle, workers {sums}, disk {written}")
