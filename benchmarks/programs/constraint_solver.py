"""One-way constraints kept satisfied while inputs change: a graph of cells, formulas and stays, replanned on demand."""


class Cell:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.users = []
        self.source = None
        self.mark = 0


class Constraint:
    """Subclasses say how to compute `output` from `inputs`, and how strong they are (0 is strongest)."""

    strength = 5

    def __init__(self, output, *inputs):
        self.output = output
        self.inputs = inputs
        self.runs = 0

    def execute(self):
        self.runs += 1
        self.output.value = self.compute(*(cell.value for cell in self.inputs))

    def compute(self, *values):
        raise NotImplementedError


class Equal(Constraint):
    strength = 3

    def compute(self, value):
        return value


class Scale(Constraint):
    strength = 2

    def __init__(self, output, cell, factor, offset):
        super().__init__(output, cell)
        self.factor = factor
        self.offset = offset

    def compute(self, value):
        return value * self.factor + self.offset


class Sum(Constraint):
    strength = 1

    def compute(self, *values):
        return sum(values)


class Stay(Constraint):
    strength = 9

    def compute(self):
        return self.output.value


class CycleError(ValueError):
    pass


class Planner:
    def __init__(self):
        self.mark = 0
        self.plans = 0

    def add(self, constraint):
        """Adds it if nothing stronger determines the cell; returns what it pushed out."""
        output = constraint.output
        current = output.source
        if current is not None and current.strength <= constraint.strength:
            return constraint
        if self.reaches(output, constraint.inputs):
            raise CycleError(output.name)
        if current is not None:
            self.remove(current)
        output.source = constraint
        for cell in constraint.inputs:
            cell.users.append(constraint)
        self.run(output)
        return current

    def remove(self, constraint):
        constraint.output.source = None
        for cell in constraint.inputs:
            cell.users.remove(constraint)

    def reaches(self, start, targets):
        return any(cell is target for cell in self.downstream([start]) for target in targets)

    def downstream(self, cells):
        """The cells that depend on these, these included, inputs before outputs."""
        self.mark += 1
        order = []
        for cell in cells:
            self.visit(cell, order)
        order.reverse()
        return order

    def visit(self, cell, order):
        if cell.mark == self.mark:
            return
        cell.mark = self.mark
        for user in cell.users:
            self.visit(user.output, order)
        order.append(cell)

    def plan(self, *cells):
        self.plans += 1
        return [cell.source for cell in self.downstream(cells) if cell.source is not None]

    def run(self, cell):
        for constraint in self.plan(cell):
            constraint.execute()

    def set(self, cell, value):
        cell.value = value
        for constraint in self.plan(cell):
            if constraint.output is not cell:
                constraint.execute()


def chain(planner, length):
    """A long line of equal cells, edited at one end with a plan made once."""
    cells = [Cell(f"c{i}") for i in range(length)]
    for left, right in zip(cells, cells[1:]):
        planner.add(Equal(right, left))
    plan = planner.plan(cells[0])
    for value in range(60):
        cells[0].value = value
        for constraint in plan:
            constraint.execute()
        assert cells[-1].value == value
    return cells[-1].value


def projection(planner, size):
    """Scaled copies of many cells, summed in one."""
    sources = [Cell(f"s{i}", i) for i in range(size)]
    targets = [Cell(f"t{i}") for i in range(size)]
    total = Cell("total")
    for source, target in zip(sources, targets):
        planner.add(Scale(target, source, 10, 1000))
    planner.add(Sum(total, *targets))
    for i, source in enumerate(sources):
        planner.set(source, size - i)
    return total.value


def main(size=600):
    for _ in range(9):
        planner = Planner()
        results = [chain(planner, size), projection(planner, size)]
    a, b = Cell("a", 1), Cell("b")
    planner.add(Equal(b, a))
    try:
        planner.add(Equal(a, b))
    except CycleError as error:
        results.append(f"cycle at {error}")
    weak = planner.add(Stay(b))
    pushed = planner.add(Scale(b, a, 2, 5))
    results += [type(weak).__name__, type(pushed).__name__, b.value, planner.plans]
    assert size != 600 or results == [59, 2403000, "cycle at a", "Stay", "Equal", 7, 1803], results
    return results


if __name__ == "__main__":
    print("constraint_solver:", *main(), sep="\n  ")
