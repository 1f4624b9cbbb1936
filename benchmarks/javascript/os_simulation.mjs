/** A toy operating system: processes of several kinds exchange messages under a priority scheduler. */

const [READY, WAITING, DONE] = ['ready', 'waiting', 'done'];

class Message {
  constructor(kind, value, sender) {
    this.kind = kind;
    this.value = value;
    this.sender = sender;
    this.next = null;
  }
}

/** A linked list of messages, first in, first out. */
class Queue {
  constructor() {
    this.head = null;
    this.tail = null;
    this.length = 0;
  }

  put(message) {
    if (this.tail === null) this.head = message;
    else this.tail.next = message;
    this.tail = message;
    this.length++;
  }

  get() {
    const message = this.head;
    if (message !== null) {
      this.head = message.next;
      if (this.head === null) this.tail = null;
      message.next = null;
      this.length--;
    }
    return message;
  }
}

class Process {
  constructor(kernel, name, priority) {
    this.kernel = kernel;
    this.name = name;
    this.priority = priority;
    this.state = READY;
    this.inbox = new Queue();
    this.ticks = 0;
    kernel.add(this);
  }

  receive(message) {
    this.inbox.put(message);
    if (this.state === WAITING) {
      this.state = READY;
      this.kernel.enqueue(this);
    }
  }

  send(target, kind, value) {
    this.kernel.messages++;
    target.receive(new Message(kind, value, this));
  }

  wait() {
    this.state = WAITING;
  }
}

class Producer extends Process {
  constructor(kernel, name, target, count) {
    super(kernel, name, 2);
    this.target = target;
    this.remaining = count;
    this.seed = name.length * 7919;
  }

  run() {
    for (let reply = this.inbox.get(); reply !== null; reply = this.inbox.get()) this.seed ^= reply.value;
    if (this.remaining === 0) {
      this.state = DONE;
      return;
    }
    this.remaining--;
    this.seed = (Math.imul(this.seed, 1103515245) + 12345) & 0x7fffffff;
    this.send(this.target, 'work', (this.seed >> 8) & 0xfff);
  }
}

class Worker extends Process {
  constructor(kernel, name, disk) {
    super(kernel, name, 3);
    this.disk = disk;
    this.sum = 0;
  }

  run() {
    const message = this.inbox.get();
    if (message === null) {
      this.wait();
      return;
    }
    const { kind, value, sender } = message;
    switch (kind) {
      case 'work':
        this.sum = (this.sum + value * value) % 65521;
        if (value % 3 === 0) this.send(this.disk, 'write', value);
        else this.send(sender, 'done', value & 15);
        break;
      case 'written':
        this.sum = (this.sum * 3 + value) % 65521;
        break;
    }
  }
}

/** Slow: serves one request, then sleeps a while. */
class Disk extends Process {
  constructor(kernel, name) {
    super(kernel, name, 5);
    this.blocks = new Map();
    this.busy = 0;
  }

  run() {
    if (this.busy > 0) {
      this.busy--;
      return;
    }
    const message = this.inbox.get();
    if (message === null) {
      this.wait();
      return;
    }
    const block = message.value % 97;
    this.blocks.set(block, (this.blocks.get(block) ?? 0) + message.value);
    this.busy = block % 3;
    this.send(message.sender, 'written', block);
  }
}

class Idle extends Process {
  constructor(kernel) {
    super(kernel, 'idle', 0);
  }

  run() {
    this.kernel.idle++;
  }
}

const LEVELS = 6;

class Kernel {
  constructor() {
    this.queues = Array.from({ length: LEVELS }, () => []);
    this.processes = [];
    this.clock = 0;
    this.messages = 0;
    this.idle = 0;
  }

  add(process) {
    this.processes.push(process);
    this.enqueue(process);
  }

  enqueue(process) {
    this.queues[process.priority].push(process);
  }

  nextProcess() {
    for (let level = LEVELS - 1; level >= 0; level--) {
      if (this.queues[level].length > 0) return this.queues[level].shift();
    }
    return undefined;
  }

  run(limit) {
    while (this.clock < limit) {
      this.clock++;
      const process = this.nextProcess();
      process.ticks++;
      process.run();
      if (process.state === READY) this.enqueue(process);
      if (process.priority === 0 && !this.processes.some((other) => other !== process && other.state === READY)) break;
    }
  }
}

const EXPECTED = '346158,186760,1,34410,6920,46922,28592,54982755';

export function main(jobs = 10_000) {
  const kernel = new Kernel();
  new Idle(kernel);
  const disk = new Disk(kernel, 'disk');
  const workers = Array.from({ length: 4 }, (_, i) => new Worker(kernel, `worker ${i}`, disk));
  for (let i = 0; i < 8; i++) new Producer(kernel, `producer ${'x'.repeat(i)}`, workers[i % 4], jobs);
  kernel.run(10_000_000);
  const sums = workers.map((worker) => worker.sum);
  const written = [...disk.blocks.values()].reduce((sum, value) => sum + value, 0);
  const result = [kernel.clock, kernel.messages, kernel.idle, sums, written];
  if (jobs === 10_000 && String(result) !== EXPECTED) throw new Error(String(result));
  return result;
}
