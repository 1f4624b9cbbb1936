# Proxies as keys and in the third place stand for their objects; names of types in errors about paths have no module.
import collections, os, types, weakref


class Asked:
    def __getitem__(self, key):
        return type(key).__name__

    def __pow__(self, exponent, modulus=None):
        return type(exponent).__name__, type(modulus).__name__

    def __contains__(self, item):
        return type(item).__name__ == 'ProxyType'

    def __setitem__(self, key, value):
        print('set', type(key).__name__, type(value).__name__)

    def __delitem__(self, key):
        print('del', type(key).__name__)


asked = Asked()
proxy = weakref.proxy(asked)
print(proxy[proxy], proxy[1], asked[proxy], pow(proxy, 2, proxy), pow(proxy, proxy), pow(proxy, 2, None), proxy in proxy)
proxy[proxy] = proxy
del proxy[proxy]
for value in (collections.deque(), types.SimpleNamespace(), proxy, asked, 1, None):
    for function in (os.fspath, os.mkdir, os.stat, open):
        if function in (os.stat, open) and (value == 1 or value is asked or value is proxy):
            continue
        try:
            print(function(value))
        except TypeError as error:
            print(error)


for function in (os.stat, open):
    try:
        function(asked)
    except TypeError as error:
        print(error)


class Wrong:
    def __fspath__(self):
        return collections.deque()


try:
    os.fspath(Wrong())
except TypeError as error:
    print(error)
