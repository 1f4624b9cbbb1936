"""A key-value store with a write-ahead log, sorted tables with sparse indexes and Bloom filters, compaction, and recovery from torn writes."""
import heapq
import json
import os
import struct
import tempfile
import zlib
from itertools import groupby
from pathlib import Path

TOMBSTONE = object()
RECORD = struct.Struct("<IHi")  # checksum, length of the key, length of the value or -1


def pack(key: bytes, value):
    body = key + (b"" if value is TOMBSTONE else value)
    head = struct.pack("<Hi", len(key), -1 if value is TOMBSTONE else len(value))
    return struct.pack("<I", zlib.crc32(head + body)) + head + body


def unpack(stream):
    """Records until the end, or until the first that is broken."""
    while len(head := stream.read(RECORD.size)) == RECORD.size:
        checksum, key_length, value_length = RECORD.unpack(head)
        body = stream.read(key_length + max(value_length, 0))
        if zlib.crc32(head[4:] + body) != checksum:
            return
        yield body[:key_length], TOMBSTONE if value_length < 0 else body[key_length:]


class Bloom:
    def __init__(self, size, data=None):
        self.size = size
        self.bits = bytearray(data or (size + 7) // 8)

    def places(self, key):
        a, b = zlib.crc32(key), zlib.adler32(key) | 1
        return ((a + i * b) % self.size for i in range(4))

    def add(self, key):
        for p in self.places(key):
            self.bits[p >> 3] |= 1 << (p & 7)

    def __contains__(self, key):
        return all(self.bits[p >> 3] >> (p & 7) & 1 for p in self.places(key))


class Table:
    """An immutable file of sorted records."""

    EVERY = 4

    def __init__(self, path):
        self.path = path
        self.reads = 0
        with open(path, "rb") as f:
            f.seek(-8, os.SEEK_END)
            (offset,) = struct.unpack("<Q", f.read())
            f.seek(offset)
            meta = json.loads(f.read()[:-8])
        self.end = offset
        self.index = [(bytes.fromhex(k), o) for k, o in meta["index"]]
        self.bloom = Bloom(meta["bits"], bytes.fromhex(meta["bloom"]))
        self.count = meta["count"]

    @classmethod
    def write(cls, path, items):
        items = list(items)
        bloom, index = Bloom(max(8, 10 * len(items))), []
        temporary = path.with_suffix(".tmp")
        with open(temporary, "wb") as f:
            for n, (key, value) in enumerate(items):
                if n % cls.EVERY == 0:
                    index.append((key.hex(), f.tell()))
                bloom.add(key)
                f.write(pack(key, value))
            offset = f.tell()
            f.write(json.dumps({"index": index, "bits": bloom.size, "bloom": bloom.bits.hex(), "count": len(items)}).encode())
            f.write(struct.pack("<Q", offset))
        temporary.replace(path)
        return cls(path)

    def get(self, key):
        if key not in self.bloom:
            return None
        low, high = 0, len(self.index)
        while low < high:
            middle = (low + high) // 2
            if self.index[middle][0] <= key:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None
        self.reads += 1
        end = self.index[low][1] if low < len(self.index) else self.end
        with open(self.path, "rb") as f:
            f.seek(self.index[low - 1][1])
            while f.tell() < end:
                for found, value in unpack(f):
                    if found == key:
                        return value
                    if found > key:
                        return None
                    if f.tell() >= end:
                        break
        return None

    def __iter__(self):
        with open(self.path, "rb") as f:
            for _, record in zip(range(self.count), unpack(f)):
                yield record


class Store:
    def __init__(self, folder, *, limit=16, fanout=4):
        self.folder, self.limit, self.fanout = Path(folder), limit, fanout
        self.folder.mkdir(exist_ok=True)
        self.events = []
        for leftover in self.folder.glob("*.tmp"):
            leftover.unlink()
        self.tables = [Table(p) for p in sorted(self.folder.glob("*.table"))]
        self.sequence = max((int(t.path.stem) for t in self.tables), default=0)
        self.memory = {}
        log = self.folder / "wal"
        if log.exists():
            with open(log, "rb") as f:
                self.memory.update(unpack(f))
            self.events.append(f"recovered {len(self.memory)} keys")
        self.log = open(log, "wb")
        for key, value in self.memory.items():
            self.log.write(pack(key, value))
        self.log.flush()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.log.close()

    def write(self, key, value):
        self.log.write(pack(key, value))
        self.log.flush()
        self.memory[key] = value
        if len(self.memory) >= self.limit:
            self.flush()

    def __setitem__(self, key, value):
        self.write(key.encode(), value.encode())

    def __delitem__(self, key):
        if key not in self:
            raise KeyError(key)
        self.write(key.encode(), TOMBSTONE)

    def __getitem__(self, key):
        raw = key.encode()
        value = self.memory.get(raw)
        for table in reversed(self.tables):
            if value is not None:
                break
            value = table.get(raw)
        if value is None or value is TOMBSTONE:
            raise KeyError(key)
        return value.decode()

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def flush(self):
        self.sequence += 1
        self.tables.append(Table.write(self.folder / f"{self.sequence:06}.table", sorted(self.memory.items())))
        self.events.append(f"flushed {len(self.memory)}")
        self.memory.clear()
        self.log.seek(0)
        self.log.truncate()
        if len(self.tables) >= self.fanout:
            self.compact()

    def merged(self, sources, keep_tombstones):
        tagged = ([(key, -age, value) for key, value in source] for age, source in enumerate(sources))
        for key, versions in groupby(heapq.merge(*tagged, key=lambda r: r[:2]), key=lambda r: r[0]):
            _, _, value = next(versions)
            if keep_tombstones or value is not TOMBSTONE:
                yield key, value

    def compact(self):
        before = sum(t.count for t in self.tables)
        old, self.sequence = self.tables, self.sequence + 1
        self.tables = [Table.write(self.folder / f"{self.sequence:06}.table", self.merged(old, False))]
        for table in old:
            table.path.unlink()
        self.events.append(f"compacted {before} to {self.tables[0].count}")

    def scan(self, low="", high="\U0010ffff"):
        sources = [*self.tables, sorted(self.memory.items())]
        for key, value in self.merged(sources, False):
            if low.encode() <= key < high.encode():
                yield key.decode(), value.decode()


with tempfile.TemporaryDirectory() as folder:
    reference = {}
    with Store(folder) as store:
        for n in range(120):
            key = f"key{n * 37 % 50:03}"
            if n % 7 == 3 and key in reference:
                del store[key], reference[key]
            else:
                store[key] = reference[key] = f"value {n}"
        print(*store.events, sep="\n")
        print(dict(store.scan()) == reference, len(reference), all(store[k] == v for k, v in reference.items()))
        print(list(store.scan("key010", "key014")))
        for missing in ("key999", "nothing"):
            try:
                del store[missing]
            except KeyError as error:
                print("KeyError", error)
        misses = sum(f"absent{n}" in store for n in range(200))
        print(misses, sum(t.reads for t in store.tables) < 400, sorted(os.listdir(folder)))
    with Store(folder) as store:
        print(store.events, dict(store.scan()) == reference)
        store["ünïcode"] = "wörld"
        store["last"] = "written"
    wal = Path(folder, "wal")
    data = wal.read_bytes()
    wal.write_bytes(data[:-3])
    Path(folder, "junk.tmp").write_bytes(b"half a table")
    with Store(folder) as store:
        print(store.events, "last" in store, store["ünïcode"], sorted(os.listdir(folder))[-1])
        store.flush()
        store.compact()
        print(store.events[1:], len(list(store.scan())) == len(reference) + 1)
    wal.write_bytes(b"\xff" * 40)
    with Store(folder) as store:
        print(store.events, len(list(store.scan())) == len(reference) + 1)
