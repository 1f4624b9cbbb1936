"""Huffman codes: frequencies, a priority queue of tuples, a tree of tuples, bits packed into bytes and read back."""


def frequencies(data):
    counts = [0] * 256
    for byte in data:
        counts[byte] += 1
    return {byte: count for byte, count in enumerate(counts) if count}


def insert_sorted(queue, entry):
    """Descending order, so that the rarest entry is popped from the end."""
    low, high = 0, len(queue)
    while low < high:
        middle = (low + high) // 2
        if queue[middle] > entry:
            low = middle + 1
        else:
            high = middle
    queue.insert(low, entry)


def build_tree(counts):
    queue = sorted(((count, byte, byte) for byte, count in counts.items()), reverse=True)
    order = 256
    while len(queue) > 1:
        (count_a, _, a), (count_b, _, b) = queue.pop(), queue.pop()
        insert_sorted(queue, (count_a + count_b, order, (a, b)))
        order += 1
    return queue[0][2]


def code_table(tree):
    table = {}

    def walk(node, code):
        if isinstance(node, tuple):
            left, right = node
            walk(left, code + "0")
            walk(right, code + "1")
        else:
            table[node] = code or "0"

    walk(tree, "")
    return table


class BitWriter:
    def __init__(self):
        self.output = bytearray()
        self.buffer = 0
        self.used = 0

    def write(self, value, width):
        self.buffer = self.buffer << width | value
        self.used += width
        while self.used >= 8:
            self.used -= 8
            self.output.append(self.buffer >> self.used)
            self.buffer &= (1 << self.used) - 1

    def finish(self):
        if self.used:
            self.output.append(self.buffer << (8 - self.used) & 255)
        return bytes(self.output)


def bits(data):
    for byte in data:
        for shift in range(7, -1, -1):
            yield byte >> shift & 1


def encode(data):
    table = {byte: (int(code, 2), len(code)) for byte, code in code_table(build_tree(frequencies(data))).items()}
    writer = BitWriter()
    for byte in data:
        writer.write(*table[byte])
    return writer.finish()


def decode(packed, tree, size):
    output, node = bytearray(), tree
    for bit in bits(packed):
        node = node[bit]
        if not isinstance(node, tuple):
            output.append(node)
            if len(output) == size:
                break
            node = tree
    return bytes(output)


def sample(size):
    text = b"it was a dark and stormy night; the rain fell in torrents, except at occasional intervals. "
    state, data = 5, bytearray()
    while len(data) < size:
        state = state * 75 % 65537
        start = state % len(text)
        data += text[start:start + state % 30]
    return bytes(data[:size])


def main(size=380_000):
    data = sample(size)
    tree = build_tree(frequencies(data))
    packed = encode(data)
    assert decode(packed, tree, size) == data
    codes = code_table(tree)
    shortest = min(codes.items(), key=lambda item: (len(item[1]), item[0]))
    result = len(packed), sum(packed) % 65521, chr(shortest[0]), shortest[1], len(codes)
    assert size != 380_000 or result == (195078, 47762, ' ', '110', 25), result
    return result


if __name__ == "__main__":
    print("huffman_coding:", *main())
