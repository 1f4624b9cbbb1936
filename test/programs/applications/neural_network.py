"""A neural network by hand: reverse-mode differentiation on scalars, layers, training on small problems."""
import math
import random


class Value:
    __slots__ = ("data", "grad", "parents", "push", "op")

    def __init__(self, data, parents=(), op=""):
        self.data, self.grad, self.parents, self.op = data, 0.0, parents, op
        self.push = None

    @staticmethod
    def lift(x):
        return x if isinstance(x, Value) else Value(float(x))

    def __add__(self, other):
        other = self.lift(other)
        out = Value(self.data + other.data, (self, other), "+")

        def push(g):
            self.grad += g
            other.grad += g

        out.push = push
        return out

    def __mul__(self, other):
        other = self.lift(other)
        out = Value(self.data * other.data, (self, other), "*")

        def push(g):
            self.grad += g * other.data
            other.grad += g * self.data

        out.push = push
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,), f"**{n}")
        out.push = lambda g: setattr(self, "grad", self.grad + g * n * self.data ** (n - 1))
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,), "tanh")
        out.push = lambda g: setattr(self, "grad", self.grad + g * (1 - t * t))
        return out

    def exp(self):
        e = math.exp(self.data)
        out = Value(e, (self,), "exp")
        out.push = lambda g: setattr(self, "grad", self.grad + g * e)
        return out

    def log(self):
        out = Value(math.log(self.data), (self,), "log")
        out.push = lambda g: setattr(self, "grad", self.grad + g / self.data)
        return out

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self.lift(other)

    def __rsub__(self, other):
        return self.lift(other) - self

    def __truediv__(self, other):
        return self * self.lift(other) ** -1

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((p, False) for p in node.parents)
        self.grad = 1.0
        for node in reversed(order):
            if node.push:
                node.push(node.grad)
        return len(order)

    def __repr__(self):
        return f"Value({self.data:.4f}, grad={self.grad:.4f})"


class Layer:
    def __init__(self, inputs, outputs, rng, activation=Value.tanh):
        scale = inputs**-0.5
        self.weights = [[Value(rng.uniform(-1, 1) * scale) for _ in range(inputs)] for _ in range(outputs)]
        self.biases = [Value(0.0) for _ in range(outputs)]
        self.activation = activation

    def __call__(self, xs):
        sums = (sum((w * x for w, x in zip(row, xs)), b) for row, b in zip(self.weights, self.biases))
        return [self.activation(s) for s in sums] if self.activation else list(sums)

    @property
    def parameters(self):
        return [p for row in self.weights for p in row] + self.biases


class Network:
    def __init__(self, *sizes, seed=0, output=None):
        rng = random.Random(seed)
        self.layers = [Layer(a, b, rng) for a, b in zip(sizes, sizes[1:])]
        self.layers[-1].activation = output

    def __call__(self, xs):
        for layer in self.layers:
            xs = layer(xs)
        return xs

    @property
    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters]

    def step(self, rate, velocity, momentum=0.9):
        for i, p in enumerate(self.parameters):
            velocity[i] = momentum * velocity.get(i, 0.0) - rate * p.grad
            p.data += velocity[i]
            p.grad = 0.0


def train(network, samples, loss, epochs, rate):
    velocity, history = {}, []
    for epoch in range(epochs):
        total = sum((loss(network(x), y) for x, y in samples), Value(0.0)) * (1 / len(samples))
        total.backward()
        network.step(rate, velocity)
        history.append(total.data)
    return history


def squared(output, wanted):
    return (output[0] - wanted) ** 2


def cross_entropy(output, label):
    biggest = max(o.data for o in output)
    exponents = [(o - biggest).exp() for o in output]
    return -(exponents[label] / sum(exponents[1:], exponents[0])).log()


x, y = Value(2.0), Value(-3.0)
z = (x * y + x.tanh()) / (y**2) + 1 - x
print(z, z.backward(), x, y)
step = 1e-6
f = lambda a, b: (a * b + math.tanh(a)) / b**2 + 1 - a  # noqa: E731
print(abs((f(2 + step, -3) - f(2 - step, -3)) / (2 * step) - x.grad) < 1e-6, abs((f(2, -3 + step) - f(2, -3 - step)) / (2 * step) - y.grad) < 1e-6)
xor = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), -1)]
network = Network(2, 4, 1, seed=3, output=Value.tanh)
history = train(network, xor, squared, 150, 0.1)
print(len(network.parameters), f"{history[0]:.3f}", history[-1] < 0.05, [round(network(x)[0].data) for x, _ in xor])
rng = random.Random(4)
points = []
for label, (cx, cy) in enumerate([(0, 1), (-1, -0.7), (1, -0.7)]):
    points += [((rng.gauss(cx, 0.3), rng.gauss(cy, 0.3)), label) for _ in range(8)]
classifier = Network(2, 6, 3, seed=1)
history = train(classifier, points, cross_entropy, 40, 0.1)
decide = lambda p: max(range(3), key=lambda k: classifier(p)[k].data)  # noqa: E731
print(history[0] > 1, history[-1] < 0.3, sum(decide(p) == label for p, label in points), all(a > b for a, b in zip(history[:5], history[1:6])))
for row in range(8):
    print("".join("abc"[decide((-2 + column / 6, 1.8 - row * 0.5))] for column in range(25)))
