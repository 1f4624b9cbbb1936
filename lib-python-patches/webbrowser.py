"""Show documents in the user's web browser.

Written for Typhon: the interface is the standard library's, the browser is a command of the platform or the one that the
environment variable BROWSER names (a list with os.pathsep between them; %s stands for the URL).
"""

import os
import shlex
import subprocess
import sys

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

# Commands that open a URL with whatever the user prefers, by prefix of sys.platform.
_PLATFORM_COMMANDS = {
    "darwin": ["open"],
    "win32": ["cmd", "/c", "start", ""],
    "linux": ["xdg-open"],
    "freebsd": ["xdg-open"],
}

# name in lower case -> (class or None, instance or None)
_browsers = {}
# Names in the order in which they are tried.
_tryorder = []


class Error(Exception):
    pass


class BaseBrowser:
    """A browser; subclasses say how to open a URL in it."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A command that is run with the URL and waited for."""

    def __init__(self, name):
        command = [name] if isinstance(name, str) else list(name)
        super().__init__(command[0])
        self.args = command[1:] or ["%s"]
        self.basename = os.path.basename(self.name)

    def command(self, url):
        sys.audit("webbrowser.open", url)
        return [self.name] + [argument.replace("%s", url) for argument in self.args]

    def open(self, url, new=0, autoraise=True):
        try:
            return subprocess.call(self.command(url)) == 0
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that goes on running beside the program."""

    def open(self, url, new=0, autoraise=True):
        try:
            process = subprocess.Popen(self.command(url), start_new_session=sys.platform != "win32")
        except OSError:
            return False
        return process.poll() in (None, 0)


def register(name, klass, instance=None, *, preferred=False):
    """Register a browser connector."""
    _browsers[name.lower()] = (klass, instance)
    if preferred:
        _tryorder.insert(0, name)
    else:
        _tryorder.append(name)


def get(using=None):
    """Return a browser launcher instance appropriate for the environment."""
    for name in _tryorder if using is None else [using]:
        if "%s" in name:
            return _from_command(name)
        klass, instance = _browsers.get(name.lower(), (None, None))
        if instance is not None:
            return instance
        if klass is not None:
            return klass()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Display url using the default browser: in the same window, a new one (1) or a new tab (2)."""
    for name in _tryorder:
        if get(name).open(url, new, autoraise):
            return True
    return False


def open_new(url):
    """Open url in a new window of the default browser."""
    return open(url, 1)


def open_new_tab(url):
    """Open url in a new tab of the default browser."""
    return open(url, 2)


def _from_command(line):
    words = shlex.split(line)
    if words[-1] == "&":
        return BackgroundBrowser(words[:-1])
    return GenericBrowser(words)


def _register_defaults():
    for line in filter(None, os.environ.get("BROWSER", "").split(os.pathsep)):
        command = line if "%s" in line else f"{line} %s"
        register(line, None, _from_command(command))
    for platform, command in _PLATFORM_COMMANDS.items():
        if sys.platform.startswith(platform):
            register(command[0], None, GenericBrowser(command + ["%s"]))


_register_defaults()
