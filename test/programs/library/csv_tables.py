"""csv: dialects, quoting rules, dictionaries, the sniffer and errors."""
import csv
import io

source = '''name,quantity,price,note
apple,3,0.5,"crisp, red"
"pear ""Conference""",10,0.75,"two
lines"
,,,
fig,1,2.25,
'''
for row in csv.reader(io.StringIO(source)):
    print(len(row), row)
reader = csv.DictReader(io.StringIO(source))
print(reader.fieldnames)
rows = list(reader)
print(rows[1], reader.line_num)
total = sum(float(r["price"]) * int(r["quantity"]) for r in rows if r["name"])
print(f"{total:.2f}")
short = csv.DictReader(["a,b,c", "1,2", "1,2,3,4,5"], restkey="rest", restval="-")
print(list(short))
print(list(csv.DictReader(["1;2", "3;4"], fieldnames=["x", "y"], delimiter=";")))

table = [["id", "text", "n"], [1, 'say "hi"', 1.5], [2, "a,b", None], [3, "line\nbreak", True], [4, "", -0.25], [5, " padded ", 1e20]]
for name, options in {
    "minimal": {},
    "all": {"quoting": csv.QUOTE_ALL},
    "nonnumeric": {"quoting": csv.QUOTE_NONNUMERIC},
    "strings": {"quoting": csv.QUOTE_STRINGS},
    "notnull": {"quoting": csv.QUOTE_NOTNULL},
    "none": {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    "single": {"quotechar": "'", "delimiter": "|", "lineterminator": "$\n"},
    "escaped": {"doublequote": False, "escapechar": "^"},
}.items():
    out = io.StringIO()
    writer = csv.writer(out, **{"lineterminator": "\n", **options})
    writer.writerows(table)
    print(f"-- {name}")
    print(out.getvalue(), end="")
print(list(csv.reader(['"1",2.5,"x",3'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(['1,"2",,""'], quoting=csv.QUOTE_NOTNULL)), list(csv.reader(['1,"2",,""'], quoting=csv.QUOTE_STRINGS)))
print(list(csv.reader(["a\\,b,c"], quoting=csv.QUOTE_NONE, escapechar="\\")), list(csv.reader(["a, b,  c"], skipinitialspace=True)))
print(list(csv.reader(['a "b" c,"d" e,f"g"'])), list(csv.reader(["", "x", ""])), list(csv.reader(["a\tb"], "excel-tab")))


class Semicolons(csv.excel):
    delimiter = ";"
    quoting = csv.QUOTE_ALL


csv.register_dialect("semi", Semicolons)
csv.register_dialect("piped", delimiter="|", quotechar="~", lineterminator="\n")
print(sorted(csv.list_dialects()))
d = csv.get_dialect("piped")
print(d.delimiter, d.quotechar, d.doublequote, d.escapechar, repr(d.lineterminator), d.quoting, d.skipinitialspace, d.strict)
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], dialect="piped", restval="?", extrasaction="ignore")
print(w.writeheader(), w.writerow({"a": "x|y", "zzz": 1}))
w.writerows([{"b": "~"}, {"a": 1, "b": 2}])
print(out.getvalue(), end="")
try:
    csv.DictWriter(out, ["a"]).writerow({"a": 1, "q": 2})
except ValueError as error:
    print(error)
csv.unregister_dialect("piped")

for sample in ["a;b;c\n1;2;3\n4;5;6\n", "a\tb\n1\t2\n", "'x','y'\n'1','2'\n", "name|age\nbob|5\nann|6\n"]:
    found = csv.Sniffer().sniff(sample)
    print(repr(found.delimiter), repr(found.quotechar), csv.Sniffer().has_header(sample))
try:
    csv.Sniffer().sniff("nothing")
except csv.Error as error:
    print(error)

for attempt in [
    lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: csv.writer(io.StringIO()).writerow(5),
    lambda: csv.reader(["a"], delimiter="::"),
    lambda: csv.reader(["a"], quotechar=None, quoting=csv.QUOTE_ALL),
    lambda: csv.get_dialect("nope"),
    lambda: list(csv.reader(['"a"b'], strict=True)),
    lambda: list(csv.reader(['"open'], strict=True)),
    lambda: list(csv.reader([b"bytes"])),
    lambda: list(csv.reader(["x,1"], quoting=csv.QUOTE_NONNUMERIC)),
    lambda: csv.reader(5),
    lambda: csv.writer(object()),
    lambda: csv.reader([], quoting=99),
    lambda: csv.writer(io.StringIO(), colour="red"),
    lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow([""]),
]:
    try:
        print("fine:", attempt())
    except (csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)
old = csv.field_size_limit(10)
try:
    list(csv.reader(["x" * 11]))
except csv.Error as error:
    print(old, csv.field_size_limit(old), error)
