"""configparser, and its neighbours tomllib, netrc and shlex: configuration in text files."""
import configparser
import io
import netrc
import os
import shlex
import tempfile
import tomllib

TEXT = """
[DEFAULT]
base = /srv
retries = 3
debug: no

[paths]
data = %(base)s/data
logs = %(data)s/logs
long = first line
    second line

    after a blank
# a comment
; another
empty =
flag

[server]
port = 8080
ratio = 0.75
debug = yes
url = http://%(host)s:%(port)s
host = example.org   ; kept, as inline comments are off
"""
c = configparser.ConfigParser(allow_no_value=True)
c.read_string(TEXT)
print(c.sections(), c.has_section("DEFAULT"), "paths" in c, list(c["server"]), c.defaults())
print(c["paths"]["logs"], repr(c["paths"]["long"]), repr(c["paths"]["empty"]), c["paths"]["flag"], c.get("paths", "logs", raw=True))
print(c.getint("server", "port"), c.getfloat("server", "ratio"), c.getboolean("server", "debug"), c["paths"].getboolean("debug"), c["server"].getint("retries"), c["server"].get("none", "fallback"), c.getint("server", "none", fallback=-1), c["server"]["url"])
print(c.get("server", "url", vars={"host": "override"}), c.items("paths")[:2], c.options("paths"), c.has_option("server", "BASE"))
c["new"] = {"A": "1", "b": "two"}
c.set("new", "percent", "100%%")
c.remove_option("server", "host")
print(c.remove_section("paths"), c.remove_section("paths"), c["new"]["percent"])
out = io.StringIO()
c.write(out, space_around_delimiters=False)
print(out.getvalue())
for attempt in [lambda: c["gone"], lambda: c.get("new", "gone"), lambda: c["server"]["url"], lambda: c.getint("new", "b"), lambda: c.getboolean("new", "b"), lambda: c.add_section("new"), lambda: c.add_section("DEFAULT"), lambda: c.set("new", "x", 5), lambda: c.set("new", "x", "%bad"), lambda: c.set("gone", "x", "1"), lambda: c.remove_option("gone", "x")]:
    try:
        print("fine", attempt())
    except (configparser.Error, KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, "-", error)
for bad in ["x = 1", "[a]\nno delimiter", "[a]\nx=1\nx=2", "[a]\n[a]", "[a]\nx = %(y)s", "[a]\nx = %(x)s", "[unclosed\n", "[a]\n= value", "[a]\nx = %", "[a]\n   indented\nx=1\n??"]:
    p = configparser.ConfigParser()
    try:
        p.read_string(bad, source="<test>")
        print(p["a"]["x"])
    except configparser.Error as error:
        print(type(error).__name__, "-", str(error).replace("\n", " / "))
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), delimiters="=", comment_prefixes="#", inline_comment_prefixes="#", default_section="common", converters={"list": lambda v: [x.strip() for x in v.split(",")]})
extended.optionxform = str
extended.read_string("[common]\nHome = /h\n[a]\nItems = x, y,z   # three\nDir = ${Home}/${sub:Name}\n[sub]\nName = n$${}\n")
print(extended["a"].getlist("Items"), extended["a"]["Dir"], dict(extended["sub"]), extended.getlist("a", "Items"))
raw = configparser.RawConfigParser(strict=False)
raw.read_dict({"s": {"x": 1, "y": "%(x)s"}})
raw.read_string("[s]\nx=2\nx=3")
print(dict(raw["s"]))
with tempfile.TemporaryDirectory() as folder:
    first, second = os.path.join(folder, "a.ini"), os.path.join(folder, "b.ini")
    with open(first, "w") as f:
        f.write("[x]\na=1\nb=1\n")
    with open(second, "w") as f:
        f.write("[x]\nb=2\n")
    merged = configparser.ConfigParser()
    print([os.path.basename(n) for n in merged.read([first, "missing.ini", second])], dict(merged["x"]))
    with open(os.path.join(folder, "netrc"), "w") as f:
        f.write("machine host.com login me password 'pw'\nmachine other login x account acc password y\ndefault login anon password guest\nmacdef init\n\techo hi\n\n")
    os.chmod(f.name, 0o600)
    n = netrc.netrc(f.name)
    print(n.authenticators("host.com"), n.authenticators("other"), n.authenticators("unknown"), n.macros, sorted(n.hosts))
    with open(f.name, "w") as f:
        f.write("machine a loggin b\n")
    try:
        netrc.netrc(f.name)
    except netrc.NetrcParseError as error:
        print(error.msg, error.lineno)

document = tomllib.loads("""
title = "TOML \\u00e9"
[owner]
name = 'lit\\eral'
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
at = 07:32:00.5
[database]
ports = [ 8000, 8001,
  8002, ] # trailing
mixed = [[1, 2], ["a"], {x = 1, y.z = "q"}]
big = 9_223_372_036_854_775_807
hex = 0xDEAD_beef
oct = 0o755
bin = 0b1101
floats = [1.5, -2e10, inf, nan, 6.626e-34]
ok = true
multi = \"\"\"
one \\
    two
"three\"\"\"\"
[[products]]
sku = 1
[[products]]
[[products.parts]]
"quoted key" = 1
a.b.c = 2
""")
print(document)
print(tomllib.loads("x = 1.10", parse_float=str), tomllib.load(io.BytesIO(b"[a.b]\nc=1")))
for bad in ["x", "x =", "x = 1\nx = 2", "[a]\n[a]", "x = 01", 'x = "open', "x = [1, 2", "x = {a = 1", "a.b = 1\na.b.c = 2", "x = 2024-13-01", 'x = "\\q"', "= 1", "[a", "x = 1 2", "x = tru", "a = 1\n[a.b]", 'x = """', "x = 'a\nb'", "[[a]]\n[a]", "x = 1__0"]:
    try:
        print("fine", tomllib.loads(bad))
    except tomllib.TOMLDecodeError as error:
        print(f"{bad!r}: {error} | {error.lineno} {error.colno}")
try:
    tomllib.load(io.StringIO(""))
except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)
print(shlex.split("""cmd -o "two words" 'single $x' esc\\ aped --k="v a"tail #c"""), shlex.split("a # b", comments=True), shlex.join(["a b", "c'd", "$e", ""]), shlex.quote("it's"), list(shlex.shlex("a=b+(c) 'q'", punctuation_chars=True)), list(shlex.shlex("x-y z.1")))
for bad in ["'open", "trail\\"]:
    try:
        shlex.split(bad)
    except ValueError as error:
        print(error)
