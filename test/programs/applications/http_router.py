"""An HTTP request parser, a router with middleware, and an application served in memory through WSGI."""
import io
import json
import re
import traceback
from dataclasses import dataclass, field
from functools import wraps
from http import HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, unquote
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator


class BadRequest(Exception):
    pass


def parse_request(data: bytes):
    """A request as a WSGI environment."""
    head, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        raise BadRequest("incomplete head")
    request_line, *lines = head.decode("latin-1").split("\r\n")
    m = re.fullmatch(r"([A-Z]+) (\S+) HTTP/(1\.[01])", request_line)
    if not m:
        raise BadRequest(f"bad request line {request_line!r}")
    method, target, version = m.groups()
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name != name.strip() or not name:
            raise BadRequest(f"bad header {line!r}")
        key = name.lower()
        headers[key] = f"{headers[key]}, {value.strip()}" if key in headers else value.strip()
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = b"".join(chunks(body))
    elif (length := int(headers.get("content-length", 0))) > len(body):
        raise BadRequest(f"expected {length} bytes, got {len(body)}")
    else:
        body = body[:length]
    path, _, query = target.partition("?")
    environ = {"REQUEST_METHOD": method, "PATH_INFO": unquote(path), "QUERY_STRING": query, "SERVER_PROTOCOL": f"HTTP/{version}", "SCRIPT_NAME": "", "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO()}
    environ |= {"CONTENT_TYPE" if k == "content-type" else f"HTTP_{k.upper().replace('-', '_')}": v for k, v in headers.items() if k != "content-length"}
    setup_testing_defaults(environ)
    return environ


def chunks(data):
    while True:
        size, _, data = data.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError:
            raise BadRequest(f"bad chunk size {size!r}") from None
        if not length:
            return
        yield data[:length]
        if data[length : length + 2] != b"\r\n":
            raise BadRequest("chunk without end")
        data = data[length + 2 :]


@dataclass
class Request:
    environ: dict
    params: dict = field(default_factory=dict)

    @property
    def method(self):
        return self.environ["REQUEST_METHOD"]

    @property
    def path(self):
        return self.environ["PATH_INFO"]

    @property
    def query(self):
        return {k: v[0] if len(v) == 1 else v for k, v in parse_qs(self.environ["QUERY_STRING"]).items()}

    @property
    def cookies(self):
        return {k: m.value for k, m in SimpleCookie(self.environ.get("HTTP_COOKIE", "")).items()}

    def header(self, name, default=None):
        return self.environ.get("HTTP_" + name.upper().replace("-", "_"), default)

    def json(self):
        body = self.environ["wsgi.input"].read(int(self.environ["CONTENT_LENGTH"] or 0))
        try:
            return json.loads(body)
        except ValueError as error:
            raise HttpError(400, f"no JSON: {error}") from None


@dataclass
class Response:
    body: str | bytes = ""
    status: int = 200
    headers: dict = field(default_factory=dict)

    @classmethod
    def of(cls, value):
        match value:
            case Response():
                return value
            case None:
                return cls(status=204)
            case str():
                return cls(value, headers={"Content-Type": "text/plain; charset=utf-8"})
            case (body, int(status)):
                response = cls.of(body)
                response.status = status
                return response
            case dict() | list():
                return cls(json.dumps(value), headers={"Content-Type": "application/json"})
        raise TypeError(f"no response: {value!r}")


class HttpError(Exception):
    def __init__(self, status, message="", **headers):
        super().__init__(message or HTTPStatus(status).phrase)
        self.status, self.headers = status, headers


class Application:
    CONVERTERS = {"int": (r"-?\d+", int), "str": (r"[^/]+", str), "path": (r".+", str)}

    def __init__(self):
        self.routes, self.middleware, self.errors = [], [], {}

    def route(self, pattern, *methods):
        converters = {}

        def group(m):
            kind, _, name = m[1].rpartition(":")
            expression, converters[name] = self.CONVERTERS[kind or "str"]
            return f"(?P<{name}>{expression})"

        compiled = re.compile(re.sub(r"<([^>]+)>", group, pattern) + "$")

        def register(handler):
            self.routes.append((compiled, methods or ("GET",), converters, handler))
            return handler

        return register

    def use(self, function):
        self.middleware.append(function)
        return function

    def on_error(self, kind):
        return lambda f: self.errors.setdefault(kind, f)

    def dispatch(self, request):
        allowed = set()
        for pattern, methods, converters, handler in self.routes:
            if m := pattern.match(request.path):
                if request.method in methods or request.method == "HEAD" and "GET" in methods:
                    request.params = {k: converters[k](v) for k, v in m.groupdict().items()}
                    return handler(request, **request.params)
                allowed.update(methods)
        if allowed:
            raise HttpError(405, Allow=", ".join(sorted(allowed)))
        raise HttpError(404, f"nothing at {request.path}")

    def respond(self, request):
        handler = self.dispatch
        for function in reversed(self.middleware):
            handler = (lambda f, inner: lambda r: f(r, inner))(function, handler)
        try:
            return Response.of(handler(request))
        except HttpError as error:
            return Response(json.dumps({"error": str(error)}), error.status, {"Content-Type": "application/json", **error.headers})
        except Exception as error:
            for kind in type(error).__mro__:
                if kind in self.errors:
                    return Response.of(self.errors[kind](request, error))
            request.environ["wsgi.errors"].write("".join(traceback.format_exception_only(error)))
            return Response("internal error", 500, {"Content-Type": "text/plain"})

    def __call__(self, environ, start_response):
        response = self.respond(Request(environ))
        body = response.body.encode() if isinstance(response.body, str) else response.body
        headers = [(k, v) for k, v in response.headers.items()]
        if response.status != 204:
            headers.append(("Content-Length", str(len(body))))
        start_response(f"{response.status} {HTTPStatus(response.status).phrase}", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" or response.status == 204 else body]


app = Application()
notes = {1: {"id": 1, "text": "first", "tags": ["a"]}}


@app.use
def timing(request, proceed):
    response = Response.of(proceed(request))
    response.headers["X-Handled"] = f"{request.method} {request.path}"
    return response


@app.use
def authenticate(request, proceed):
    if request.method in ("POST", "DELETE") and request.header("authorization") != "Bearer token":
        raise HttpError(401, **{"WWW-Authenticate": "Bearer"})
    return proceed(request)


def validated(**schema):
    def decorate(handler):
        @wraps(handler)
        def wrapper(request, **params):
            data = request.json()
            problems = [f"{k} must be {t.__name__}" for k, t in schema.items() if not isinstance(data.get(k), t)]
            if problems:
                raise HttpError(422, "; ".join(problems))
            return handler(request, data=data, **params)

        return wrapper

    return decorate


@app.route("/notes")
def index(request):
    wanted = request.query.get("tag")
    return [n for n in notes.values() if wanted is None or wanted in n["tags"]]


@app.route("/notes", "POST")
@validated(text=str, tags=list)
def create(request, data):
    number = max(notes, default=0) + 1
    notes[number] = {"id": number, **data}
    response = Response.of((notes[number], 201))
    response.headers["Location"] = f"/notes/{number}"
    return response


@app.route("/notes/<int:number>")
def show(request, number):
    return notes[number]


@app.route("/notes/<int:number>", "DELETE")
def remove(request, number):
    del notes[number]


@app.route("/hello/<name>")
def hello(request, name):
    visits = int(request.cookies.get("visits", 0)) + 1
    response = Response.of(f"Hello, {name}! Visit {visits}.")
    response.headers["Set-Cookie"] = f"visits={visits}; Path=/"
    return response


@app.route("/files/<path:name>")
def files(request, name):
    return {"file": name, "query": request.query}


@app.route("/broken")
def broken(request):
    return 1 / 0


@app.on_error(KeyError)
def missing(request, error):
    return {"error": f"no note {error}"}, 404


def exchange(raw):
    environ = parse_request(raw)
    captured, log = {}, environ["wsgi.errors"]

    def start_response(status, headers, exc_info=None):
        captured["head"] = f"HTTP/1.1 {status}\n" + "".join(f"{k}: {v}\n" for k, v in headers)
        return lambda data: None

    checked = validator(app)
    result = checked(environ, start_response)
    try:
        body = b"".join(result)
    finally:
        result.close()
    errors = log.getvalue()
    return captured["head"] + "\n" + body.decode() + (f"\n[log] {errors}" if errors else "")


def request(method, target, body=b"", **headers):
    lines = [f"{method} {target} HTTP/1.1", "Host: test"] + [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


TOKEN = {"Authorization": "Bearer token", "Content_Type": "application/json"}
for raw in [
    request("GET", "/notes"),
    request("POST", "/notes", b'{"text": "second", "tags": ["b"]}', Content_Type="application/json"),
    request("POST", "/notes", b'{"text": "second", "tags": ["b"]}', **TOKEN),
    request("POST", "/notes", b'{"text": 5}', **TOKEN),
    request("POST", "/notes", b"not json", **TOKEN),
    request("GET", "/notes?tag=b"),
    request("GET", "/notes/2"),
    request("GET", "/notes/99"),
    request("DELETE", "/notes/1", **TOKEN),
    request("PUT", "/notes/2"),
    request("GET", "/hello/W%C3%B6rld", Cookie="visits=4; other=x"),
    request("HEAD", "/hello/x"),
    request("GET", "/files/a/b/c.txt?x=1&x=2&y=%20"),
    request("GET", "/nowhere"),
    request("GET", "/broken"),
    b"POST /notes HTTP/1.1\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer token\r\nContent-Type: application/json\r\n\r\n" + b'12\r\n{"text":"chunks", \r\nb;ext=1\r\n"tags": []}\r\n0\r\n\r\n',
]:
    print(exchange(raw).rstrip(), end="\n\n")
for bad in [b"GET / HTTP/1.1\r\nHost: x", b"get / HTTP/1.1\r\n\r\n", b"GET / HTTP/2.0\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nshort", b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef"]:
    try:
        parse_request(bad)
    except BadRequest as error:
        print(error)
