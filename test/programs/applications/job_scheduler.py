"""A discrete simulation of a machine shop: a calendar of events, generators as processes, resources, and statistics."""
import heapq
import itertools
import random
from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum, auto
from statistics import mean, pstdev


class Simulation:
    def __init__(self):
        self.now, self.calendar, self.order = 0.0, [], itertools.count()
        self.log = []

    def at(self, time, action, *arguments):
        heapq.heappush(self.calendar, (time, next(self.order), action, arguments))

    def start(self, process, name=None):
        p = Process(self, process, name or process.__name__)
        self.at(self.now, p.resume)
        return p

    def run(self, until=float("inf")):
        while self.calendar and self.calendar[0][0] <= until:
            self.now, _, action, arguments = heapq.heappop(self.calendar)
            action(*arguments)
        return self.now

    def note(self, text):
        self.log.append(f"{self.now:7.2f} {text}")


class Interrupted(Exception):
    pass


class Process:
    """A generator that yields delays, requests, or other processes to wait for."""

    def __init__(self, simulation, generator, name):
        self.simulation, self.generator, self.name = simulation, generator, name
        self.waiters, self.result, self.done = [], None, False
        self.ticket, self.delayed = 0, False

    def resume(self, value=None, error=None, ticket=None):
        if self.done or ticket is not None and ticket != self.ticket:
            return
        self.ticket += 1
        self.delayed = False
        try:
            wanted = self.generator.throw(error) if error else self.generator.send(value)
        except StopIteration as stop:
            self.done, self.result = True, stop.value
            for waiter in self.waiters:
                self.simulation.at(self.simulation.now, waiter.resume, self.result)
            return
        match wanted:
            case int() | float():
                self.delayed = True
                self.simulation.at(self.simulation.now + wanted, self.resume, None, None, self.ticket)
            case Process(done=True):
                self.simulation.at(self.simulation.now, self.resume, wanted.result)
            case Process():
                wanted.waiters.append(self)
            case Request():
                wanted.process = self
                wanted.resource.queue(wanted)
            case _:
                raise TypeError(f"{self.name} yields {wanted!r}")

    def interrupt(self, cause):
        if self.delayed:
            self.simulation.at(self.simulation.now, self.resume, None, Interrupted(cause), self.ticket)


@dataclass(order=True)
class Request:
    priority: int
    number: int
    resource: "Resource" = field(compare=False)
    process: Process | None = field(compare=False, default=None)
    made: float = field(compare=False, default=0.0)


class Resource:
    def __init__(self, simulation, name, capacity):
        self.simulation, self.name, self.capacity = simulation, name, capacity
        self.waiting, self.users, self.numbers = [], set(), itertools.count()
        self.waits, self.busy, self.changed = [], 0.0, 0.0

    def request(self, priority=0):
        return Request(priority, next(self.numbers), self, made=self.simulation.now)

    def queue(self, request):
        heapq.heappush(self.waiting, request)
        self.serve()

    def serve(self):
        while self.waiting and len(self.users) < self.capacity:
            request = heapq.heappop(self.waiting)
            self.account()
            self.users.add(request.number)
            self.waits.append(self.simulation.now - request.made)
            self.simulation.at(self.simulation.now, request.process.resume, request)

    def release(self, request):
        self.account()
        self.users.discard(request.number)
        self.serve()

    def account(self):
        self.busy += len(self.users) * (self.simulation.now - self.changed)
        self.changed = self.simulation.now

    @property
    def utilisation(self):
        self.account()
        return self.busy / (self.simulation.now * self.capacity)


class State(Enum):
    WAITING = auto()
    DONE = auto()
    SCRAPPED = auto()


@dataclass
class Job:
    number: int
    steps: list
    urgent: bool = False
    state: State = State.WAITING
    began: float = 0.0
    ended: float = 0.0


def machine_shop(seed, jobs):
    sim, rng = Simulation(), random.Random(seed)
    machines = {n: Resource(sim, n, c) for n, c in (("lathe", 1), ("mill", 2), ("oven", 1))}
    finished, processes = [], {}

    def work(job):
        job.began = sim.now
        for name, duration in job.steps:
            request = yield machines[name].request(priority=0 if job.urgent else 1)
            try:
                yield duration
            except Interrupted as cause:
                sim.note(f"job {job.number} hurt by {cause}")
                if rng.random() < 0.4:
                    job.state = State.SCRAPPED
                    return job
                yield duration / 2
            finally:
                machines[name].release(request)
        if not job.urgent and rng.random() < 0.2:
            sim.note(f"job {job.number} needs rework")
            again = Job(job.number + 1000, [("mill", 1.0)])
            yield sim.start(work(again), f"rework {job.number}")
        job.state, job.ended = State.DONE, sim.now
        return job

    def arrivals():
        for number in range(1, jobs + 1):
            steps = [(m, round(rng.uniform(1, 6), 1)) for m in rng.sample(sorted(machines), k=rng.randint(1, 3))]
            job = Job(number, steps, urgent=rng.random() < 0.25)
            processes[number] = sim.start(work(job), f"job {number}")
            finished.append(job)
            yield round(rng.expovariate(1 / 3), 2)
        return "all arrived"

    def breakdowns():
        for _ in range(4):
            yield 9.5
            victims = [p for p in processes.values() if p.delayed]
            if victims:
                rng.choice(victims).interrupt(f"a power cut at {sim.now:.1f}")

    source = sim.start(arrivals())
    sim.start(breakdowns())
    sim.run(until=20)
    middle = sim.now, sum(p.done for p in processes.values())
    end = sim.run()
    return sim, machines, finished, source.result, middle, end


sim, machines, jobs, result, middle, end = machine_shop(5, 18)
print(result, f"{middle[0]:.2f}", middle[1], f"{end:.2f}")
print(*sim.log, sep="\n")
for job in jobs:
    print(f"{job.number:>3} {'!' if job.urgent else ' '} {job.state.name:<9}{job.began:7.2f}{job.ended:8.2f}  " + ", ".join(f"{m} {d}" for m, d in job.steps))
for name, machine in machines.items():
    print(f"{name:<6} used {machine.utilisation:6.1%}  waits: mean {mean(machine.waits):.3f}, deviation {pstdev(machine.waits):.3f}, longest {max(machine.waits):.3f}")
times = defaultdict(list)
for job in jobs:
    if job.state is State.DONE:
        times[job.urgent].append(job.ended - job.began)
print({("urgent" if k else "normal"): round(mean(v), 3) for k, v in sorted(times.items())})
window, averages = deque(maxlen=5), []
for job in sorted(jobs, key=lambda j: j.ended):
    if job.ended:
        window.append(job.ended - job.began)
        averages.append(round(mean(window), 2))
print(averages)


def wrong():
    yield "nonsense"


broken = Simulation()
broken.start(wrong())
try:
    broken.run()
except TypeError as error:
    print(error)
