"""json in depth: encoders, decoders, hooks, formats and errors."""
import dataclasses
import datetime
import enum
import io
import json
from collections import OrderedDict
from fractions import Fraction

document = {
    "name": "Grüße ☃ \U0001f600",
    "numbers": [0, -1, 3.5, 1e100, 1e-7, 12345678901234567890, True, False, None],
    "nested": {"empty": {}, "list": [], "deep": [[[[]]]]},
    "escapes": "tab\t newline\n quote\" back\\ slash/ nul\x00 del\x7f",
}
print(json.dumps(document))
print(json.dumps(document, ensure_ascii=False, indent=2))
print(json.dumps(document["nested"], indent="\t", sort_keys=True))
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps([1, [2, [3]]], indent=0))
assert json.loads(json.dumps(document)) == document
print(json.dumps({1: "int", 2.5: "float", None: "none", True: "bool"}))
print(json.dumps({"b": 1, "a": 2, "c": 3}, sort_keys=True), json.dumps((1, 2)), json.dumps("é"))
print(json.dumps({(1, 2): "skipped", "kept": 1}, skipkeys=True))
print(json.dumps([float("nan"), float("inf"), -float("inf")]), json.loads("[NaN, Infinity, -Infinity, 1E5, -0, -0.0]"))


class Colour(enum.IntEnum):
    RED = 1


class Level(enum.StrEnum):
    HIGH = "high"


@dataclasses.dataclass
class Reading:
    sensor: str
    value: float
    taken: datetime.date


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {"__type__": type(o).__name__, **{f.name: getattr(o, f.name) for f in dataclasses.fields(o)}}
        if isinstance(o, (datetime.date, datetime.datetime)):
            return o.isoformat()
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


readings = [Reading("north", 21.5, datetime.date(2024, 5, 17)), Reading("south", -3.0, datetime.date(2024, 12, 1))]
text = json.dumps({"readings": readings, "tags": {"b", "a"}, "z": 1 + 2j, "c": Colour.RED, "l": Level.HIGH}, cls=Encoder, indent=1)
print(text)


def revive(d):
    if d.get("__type__") == "Reading":
        return Reading(d["sensor"], d["value"], datetime.date.fromisoformat(d["taken"]))
    return d


print(json.loads(text, object_hook=revive)["readings"] == readings)
print(json.loads('{"b": 1, "a": {"z": 1, "y": 2}, "b": 3}', object_pairs_hook=list))
print(json.loads('{"b": 1, "b": 3}'), json.loads('{"x": 1}', object_pairs_hook=OrderedDict))
print(json.loads("[1.10, 2, 1e3]", parse_float=Fraction, parse_int=lambda s: f"int:{s}"))
print(json.loads("[NaN, -Infinity]", parse_constant=lambda name: f"<{name}>"))
print(json.loads(b'{"bytes": "\xc3\xa9"}'), json.loads('"x"'.encode("utf-16")), json.loads(bytearray(b"[]")))
print(json.loads(' \t\r\n [ 1 , 2 ] \n'), json.loads('"\\u00e9\\ud83d\\ude00\\/\\b"') == "é\U0001f600/\b", ascii(json.loads('"\\ud83d"')))

decoder = json.JSONDecoder()
stream, position = '{"a": 1} [2, 3] "four" 5 null', 0
while position < len(stream):
    value, position = decoder.raw_decode(stream, position)
    print(repr(value), end=" | ")
    position += stream[position:].startswith(" ")
print()

out = io.StringIO()
json.dump({"streamed": list(range(5))}, out)
out.seek(0)
print(out.getvalue(), json.load(out))
print("".join(json.JSONEncoder(indent=2).iterencode({"a": [1, 2], "b": {}})))

bad = ["", "{", "[1,]", '{"a" 1}', "{'a': 1}", '{"a": 1,}', "[1 2]", '"open', '"bad \\x escape"', '"\\u12"', "tru", "01", "1.", "-", "[1]x", '"tab\there"', '{"a":1 "b":2}', "{1: 2}", "\ufeff[]", "[,1]", '{"a": }', '{,}']
for source in bad:
    try:
        print("parsed?", json.loads(source))
    except json.JSONDecodeError as error:
        print(f"{source!r:<22} {error} ({error.msg} @ {error.lineno}:{error.colno}:{error.pos})")
try:
    json.loads('{\n  "a": 1,\n  "b": oops\n}')
except ValueError as error:
    print(error)
print(json.loads('"tab\there"', strict=False))

cycle = []
cycle.append(cycle)
for value in [cycle, object, {1, 2}, {(1,): 2}, b"bytes", {"deep": {"set": [1, {2}]}}]:
    try:
        json.dumps(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, *getattr(error, "__notes__", ()), sep=" / ")
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as error:
    print(error)
for wrong in (None, 5, ["a"]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
deep = "[" * 500 + "]" * 500
print(json.dumps(json.loads(deep)) == deep)
