"""What weak references and proxies say to odd arguments."""
import weakref


class Callee:
    def method(self):
        pass

    def __call__(self, *args):
        return args


class Plain(weakref.ref):
    pass


class Initialised(weakref.ref):
    def __init__(self, target, callback=None, **others):
        super().__init__(target, callback)


class Made(weakref.ref):
    def __new__(cls, *args, **others):
        return super().__new__(cls, *args, **others)

    def __init__(self, *args, **others):
        pass


class Free(weakref.ref):
    def __init__(self, *args, **others):
        pass


class Digits(str):
    pass


target = Callee()
ref = weakref.ref(target)
proxy = weakref.proxy(target)
digits = Digits('12')
EXPRESSIONS = [
    f'{cls}({arguments})'
    for cls in ('weakref.ref', 'Plain', 'Initialised', 'Made', 'Free', 'weakref.proxy', 'weakref.WeakMethod', 'weakref.finalize')
    for arguments in ('', 'target, None, None', 'target, None, None, None', 'target, callback=None', 'ob=target', 'target, x=1',
                      'target, None, x=1', 'x=1', "target, **{'': 1}", '5', 'None', '"a"', '[]', '()', 'object()')
] + '''weakref.ref.__new__()
weakref.ref.__new__(int)
weakref.ref.__new__(5)
weakref.ref.__new__(weakref.ref)
weakref.ref.__new__(weakref.ref, target, x=1)
weakref.ref.__new__(Plain, target, x=1)
weakref.ref.__init__()
weakref.ref.__init__(5, target)
weakref.ref.__init__(ref)
weakref.ref.__init__(ref, target)
weakref.ref.__init__(ref, target, None, None)
weakref.ref.__init__(ref, target, x=1)
weakref.KeyedRef()
weakref.KeyedRef(target, None)
weakref.KeyedRef(target, None, 5).key
weakref.KeyedRef(target, None, key=5)
ref(1)
ref(x=1)
setattr(ref, '__callback__', 1)
setattr(ref, 'x', 1)
ref < ref
int(proxy)
float(proxy)
complex(proxy)
int(weakref.proxy(digits)), float(weakref.proxy(digits))
reversed(proxy)
len(proxy)
iter(proxy)
next(proxy)
1 in proxy
proxy[0]
hash(proxy)
proxy(1, 2)
weakref.ProxyType(target)
weakref.CallableProxyType(target)
type('Derived', (weakref.ProxyType,), {})
weakref.getweakrefcount()
weakref.getweakrefcount(5)
weakref.getweakrefs()
weakref.WeakValueDictionary(1)
weakref.WeakKeyDictionary({5: 1})
weakref.WeakSet([5])'''.split('\n')
for expression in EXPRESSIONS:
    try:
        result = eval(expression)
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    if expression.startswith('weakref.finalize') and isinstance(result, weakref.finalize):
        result.detach()
    print(expression, '|', result if isinstance(result, (str, int, tuple)) else type(result))
