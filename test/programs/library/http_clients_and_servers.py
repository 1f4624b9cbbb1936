"""http.server, http.client, urllib.request, socketserver and wsgiref on the loopback, in one asyncio-free thread by hand."""
import email.message
import http.client
import io
import urllib.error
import urllib.request
import urllib.response
from http.server import BaseHTTPRequestHandler
from urllib.robotparser import RobotFileParser
from wsgiref.handlers import SimpleHandler
from wsgiref.headers import Headers
from wsgiref.util import FileWrapper, application_uri, request_uri, setup_testing_defaults, shift_path_info


class FakeSocket:
    def __init__(self, data):
        self.data, self.sent = data, b""

    def makefile(self, mode, *args, **kwargs):
        return io.BytesIO(self.data)

    def sendall(self, data):
        self.sent += data

    def close(self): ...


def response(raw, method="GET"):
    r = http.client.HTTPResponse(FakeSocket(raw), method=method)
    r.begin()
    return r


r = response(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\nX-A: 1\r\nX-A: 2\r\n\r\nhelloEXTRA")
print(r.status, r.reason, r.version, r.getheader("content-type"), r.getheader("none", "default"), r.getheaders(), r.read(2), r.read(), r.read(), r.isclosed(), r.headers.get_content_charset())
print(response(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\nTrailer: t\r\n\r\n").read(), response(b"HTTP/1.0 404 Not Found\r\n\r\nuntil the end").read(), response(b"HTTP/1.1 204 No Content\r\n\r\n").read(), response(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "HEAD").read(), [*response(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\na\nb\nc\n")])
for raw in (b"", b"garbage\r\n\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"):
    try:
        print("fine", response(raw).read())
    except http.client.HTTPException as error:
        print(type(error).__name__, error)


class Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = FakeSocket(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")


c = Connection("example.org", 8080)
c.request("POST", "/path?q=1", body="text é".encode(), headers={"X-Test": "v"})
print(c.sock.sent, c.getresponse().read())
c = Connection("example.org")
c.request("PUT", "/", body=iter([b"ab", b"cde"]), encode_chunked=True)
print(c.sock.sent)
for wrong in [lambda: c.request("GET", "/with space"), lambda: c.putheader("A", "b"), lambda: http.client.HTTPConnection("h:x"), lambda: Connection("h").request("G\nT", "/"), lambda: Connection("h").getresponse(), lambda: Connection("h").request("GET", "/", headers={"A": "x\ny"})]:
    try:
        print("fine", wrong())
    except (http.client.HTTPException, ValueError) as error:
        print(type(error).__name__, error)


class Handler(BaseHTTPRequestHandler):
    def __init__(self, data):
        self.rfile, self.wfile, self.client_address = io.BytesIO(data), io.BytesIO(), ("1.2.3.4", 5)
        self.lines = []
        self.handle()

    def date_time_string(self, timestamp=None):
        return "a date"

    def version_string(self):
        return "corpus"

    def log_message(self, format, *args):
        self.lines.append(format % args)

    def do_GET(self):
        body = f"you asked for {self.path} with {self.headers.get('x', 'nothing')}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_DELETE(self):
        self.send_error(403, "Not yours", "explained <here>")


for data in (b"GET /a HTTP/1.0\r\nX: y\r\n\r\n", b"GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n", b"DELETE / HTTP/1.0\r\n\r\n", b"BREW / HTTP/1.1\r\n\r\n", b""):
    h = Handler(data)
    print(h.wfile.getvalue().decode().replace("\r\n", "\n"), h.lines)

request = urllib.request.Request("http://user@host:81/p?q#frag", data=b"d", headers={"User-agent": "x"}, method=None)
print(request.get_method(), request.full_url, request.host, request.selector, request.type, request.header_items(), request.has_header("User-agent"), urllib.request.Request("http://h").get_method())


class Canned(urllib.request.HTTPHandler):
    pages = {"/redirect": (302, {"Location": "/final"}, b""), "/final": (200, {"Content-Type": "text/plain"}, b"arrived"), "/loop": (301, {"Location": "/loop"}, b""), "/error": (500, {}, b"broken")}

    def http_open(self, request):
        code, fields, body = self.pages.get(request.selector, (404, {}, b"nothing here"))
        headers = email.message.Message()
        for k, v in fields.items():
            headers[k] = v
        r = urllib.response.addinfourl(io.BytesIO(body), headers, request.full_url, code)
        r.msg = http.client.responses[code]
        return r


opener = urllib.request.build_opener(Canned)
for path in ("/final", "/redirect", "/error", "/none", "/loop"):
    try:
        with opener.open("http://canned" + path) as page:
            print(page.status, page.url, page.read(), page.headers.get_content_type())
    except urllib.error.HTTPError as error:
        print(error.code, str(error).splitlines()[0], error.url)
        error.close()
for wrong in ("unknown://x", "nothing", "file:///no/such/file/here"):
    try:
        urllib.request.urlopen(wrong)
    except (urllib.error.URLError, ValueError) as error:
        print(type(error).__name__, str(error).replace("'", "")[:60])
print(urllib.request.urlopen("data:text/plain;base64,aGVsbG8=").read(), urllib.request.pathname2url("/a b"), urllib.request.url2pathname("/a%20b"))
robots = RobotFileParser()
robots.parse("User-agent: *\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 3\n\nUser-agent: bad\nDisallow: /\nSitemap: http://x/s.xml".splitlines())
print([robots.can_fetch(a, u) for a, u in (("x", "/"), ("x", "/private/a"), ("bad", "/"))], robots.crawl_delay("x"), robots.site_maps())
environ = {"SCRIPT_NAME": "/app", "PATH_INFO": "/one/two", "QUERY_STRING": "a=b"}
setup_testing_defaults(environ)
print(request_uri(environ), application_uri(environ), shift_path_info(environ), environ["SCRIPT_NAME"], environ["PATH_INFO"], [*FileWrapper(io.BytesIO(b"abcde"), 2)])
h = Headers([("Content-Type", "text/plain")])
h["X"] = "1"
h.add_header("Content-Disposition", "attachment", filename="a b.txt")
print(h.items(), str(h), h.get_all("x"), "content-type" in h)


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"generated "
    yield environ["PATH_INFO"].encode()


out, err = io.BytesIO(), io.StringIO()
handler = SimpleHandler(io.BytesIO(), out, err, {"PATH_INFO": "/x", "REQUEST_METHOD": "GET", "SERVER_PROTOCOL": "HTTP/1.0"})
handler.server_software = None
handler.run(app)
print([line for line in out.getvalue().split(b"\r\n") if not line.startswith(b"Date")], err.getvalue())
