"""html, html.parser, urllib.parse, http.cookies, mimetypes: the texts of the web."""
import html
import http
import mimetypes
import urllib.parse as up
from html.entities import codepoint2name, html5, name2codepoint
from html.parser import HTMLParser
from http.cookies import CookieError, Morsel, SimpleCookie

print(html.escape('<a href="x">&\'</a>'), html.escape('"q"', quote=False))
print(html.unescape("&lt;&amp;&quot;&#39;&#x41;&eacute;&notit;&copy &unknown; &#0; &#128; &#x110000; &NotEqualTilde; &ampx; &hellip;"))
print(name2codepoint["euro"], codepoint2name[233], html5["nbsp;"] == "\xa0", len(html5))


class Log(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_startendtag(self, tag, attrs):
        print("startend", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", data)


PAGE = """<!DOCTYPE html><?xml version="1"?><p class='a' ID=b disabled title="&quot;x&quot;">Text &amp; more &#65;<br/>
<!-- comment --><script>if (a < b && "</p>") {}</script><img src=x.png alt='a > b'>unclosed <b>bold<i>both</b></i><![CDATA[x]]>< notatag &copy"""
Log().feed(PAGE)
print("--")
raw = Log(convert_charrefs=False)
for piece in ("<a hr", "ef='x'>a &am", "p; &#x4", "1; b</", "a>"):
    raw.feed(piece)
raw.close()
print(raw.get_starttag_text(), raw.rawdata)


class Text(HTMLParser):
    """Text with links as footnotes."""

    def __init__(self):
        super().__init__()
        self.out, self.links, self.skip = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("script", "style")
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_endtag(self, tag):
        self.skip -= tag in ("script", "style")
        if tag == "a":
            self.out.append(f"[{len(self.links)}]")

    def handle_data(self, data):
        if not self.skip:
            self.out.append(" ".join(data.split()))


t = Text()
t.feed("<style>p{}</style><p>See <a href='/one'>the first</a> and <a href=/two>second</a>.</p>")
print(" ".join(filter(None, t.out)), t.links)

# -- urllib.parse ----------------------------------------------------------------------------------------------

u = up.urlsplit("HTTP://User:P%40ss@Example.COM:8042/over/there;p?name=ferret&x=1#nose")
print(u, u.scheme, u.netloc, u.hostname, u.port, u.username, u.password, u.geturl(), u._replace(fragment="").geturl(), sep="\n")
print(up.urlparse("http://h/p;params?q#f"), up.urlunsplit(("https", "h", "/p", "q=1", "")), up.urldefrag("http://h/p#frag"), up.urlsplit("//h/p"), up.urlsplit("mailto:a@b"), up.urlsplit(b"http://b/x").path, up.urlsplit("http://[::1]:80/").hostname)
base = "http://a/b/c/d;p?q"
for reference in "g:h g ./g g/ /g //g ?y g?y #s g#s ;x g;x . ./ .. ../ ../g ../.. ../../g ../../../g /./g /../g g. ..g g;x=1/../y http:g".split() + [""]:
    print(f"{reference}->{up.urljoin(base, reference)}", end=" ")
print()
print(up.quote("/a b/é?&=~"), up.quote("a/b", safe=""), up.quote_plus("a b&c"), up.unquote("%E2%82%AC%20%zz"), up.unquote_plus("a+b%2B"), up.quote(b"\xff"), up.unquote_to_bytes("%ff"), up.unquote("%ff", errors="replace"), up.quote("ü", encoding="latin-1"))
print(up.urlencode({"a": 1, "b": "x y", "c": ["p", "q"]}), up.urlencode({"c": ["p", "q"]}, doseq=True), up.urlencode([("k", "é"), ("k", None)], quote_via=up.quote))
print(up.parse_qs("a=1&a=2&b=&c"), up.parse_qs("b=&c", keep_blank_values=True), up.parse_qsl("x=%20y&z=a+b"), up.parse_qs("a;b=1", separator=";"))
for wrong in [lambda: up.urlsplit("http://[::1/"), lambda: up.urlsplit("http://h:99999/").port, lambda: up.urlsplit("http://h:x/").port, lambda: up.parse_qs("a", strict_parsing=True), lambda: up.parse_qsl("a=1&b=2", max_num_fields=1), lambda: up.urlencode(5), lambda: up.quote(5), lambda: up.urljoin("a", b"b")]:
    try:
        print("fine", wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# -- cookies, status codes, types --------------------------------------------------------------------------------

c = SimpleCookie()
c["session"] = "abc123"
c["session"]["path"] = "/"
c["session"]["max-age"] = 3600
c["session"]["httponly"] = True
c["odd"] = 'a "quoted"; value'
print(c.output(), c.output(attrs=[], header="Cookie:"), c["odd"].OutputString(), sep="\n")
parsed = SimpleCookie('a=1; b="two words"; $Version=1; c=x%20y; d="\\"e\\""')
print({k: m.value for k, m in parsed.items()}, parsed["a"].key, parsed["a"].coded_value, SimpleCookie(c.output(header="").strip().split("\n")[0]))
for wrong in [lambda: c.__setitem__("bad name", "x"), lambda: c["session"].__setitem__("bogus", 1), lambda: Morsel().set("path", 1, 1)]:
    try:
        wrong()
    except CookieError as error:
        print(error)
print(http.HTTPStatus(404), http.HTTPStatus.OK.phrase, http.HTTPStatus.IM_A_TEAPOT, http.HTTPStatus(500).is_server_error, http.HTTPMethod.PATCH.description, repr(http.HTTPStatus.NOT_MODIFIED))
types = mimetypes.MimeTypes()
types.add_type("application/x-corpus", ".corpus")
print(types.guess_type("a.html"), types.guess_type("a.tar.gz"), types.guess_type("x.corpus"), types.guess_type("noext"), types.guess_extension("application/json"), types.guess_type("data:text/plain,x"), types.guess_file_type("pic.PNG"), types.guess_all_extensions("text/plain")[:1] != [])
