"""Types that no module names, each with a way to meet it."""

import sys


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


def quiet(awaitable, make):
    """The type of what `make` gets from a coroutine, which is closed so that nobody warns."""
    cls = type(make(awaitable))
    awaitable.close()
    return cls


class Callable:
    def __call__(self):
        pass


class Weird:
    """Iterable by the old protocol only."""

    def __getitem__(self, index):
        raise IndexError


def type_variable_types():
    def generic[T, *Ts, **P]():
        pass

    return generic.__type_params__


def alias():
    type Alias = int
    return Alias


def weak(make):
    import weakref

    global kept
    kept = Callable()
    return type(make(weakref, kept))


def interpolation(name):
    template = t'{1}'
    return {'Template': template, 'Interpolation': template.interpolations[0], 'TemplateIter': iter(template)}[name]


def cell():
    here = None
    return (lambda: here).__closure__[0]


def traceback():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


def unraisable():
    import atexit

    caught = []
    hook, sys.unraisablehook = sys.unraisablehook, caught.append
    atexit.register(len)
    atexit._run_exitfuncs()
    sys.unraisablehook = hook
    return type(caught[0])


HIDDEN_TYPES = {
    'NoneType': lambda: type(None),
    'NotImplementedType': lambda: type(NotImplemented),
    'ellipsis': lambda: type(...),
    'function': lambda: type(generator),
    'builtin_function_or_method': lambda: type(len),
    'method': lambda: type(Callable().__call__),
    'method_descriptor': lambda: type(str.join),
    'classmethod_descriptor': lambda: type(vars(dict)['fromkeys']),
    'wrapper_descriptor': lambda: type(object.__init__),
    'method-wrapper': lambda: type(object().__init__),
    'getset_descriptor': lambda: type(type.__dict__['__doc__']),
    'member_descriptor': lambda: type(type(generator).__globals__),
    'code': lambda: type(generator.__code__),
    'cell': lambda: type(cell()),
    'frame': lambda: type(sys._getframe()),
    'traceback': lambda: type(traceback()),
    'module': lambda: type(sys),
    'mappingproxy': lambda: type(vars(type)),
    'SimpleNamespace': lambda: type(sys.implementation),
    'generator': lambda: type(generator()),
    'coroutine': lambda: quiet(coroutine(), lambda made: made),
    'coroutine_wrapper': lambda: quiet(coroutine(), lambda made: made.__await__()),
    'async_generator': lambda: type(async_generator()),
    'async_generator_asend': lambda: quiet(async_generator().asend(None), lambda made: made),
    'async_generator_athrow': lambda: quiet(async_generator().athrow(ValueError), lambda made: made),
    'anext_awaitable': lambda: quiet(anext(async_generator(), None), lambda made: made),
    'list_iterator': lambda: type(iter([])),
    'list_reverseiterator': lambda: type(reversed([])),
    'tuple_iterator': lambda: type(iter(())),
    'str_iterator': lambda: type(iter('\u0100')),
    'str_ascii_iterator': lambda: type(iter('')),
    'bytes_iterator': lambda: type(iter(b'')),
    'bytearray_iterator': lambda: type(iter(bytearray())),
    'memory_iterator': lambda: type(iter(memoryview(b''))),
    'range_iterator': lambda: type(iter(range(1))),
    'longrange_iterator': lambda: type(iter(range(1 << 70))),
    'set_iterator': lambda: type(iter(set())),
    'iterator': lambda: type(iter(Weird())),
    'callable_iterator': lambda: type(iter(int, 1)),
    'dict_keys': lambda: type({}.keys()),
    'dict_values': lambda: type({}.values()),
    'dict_items': lambda: type({}.items()),
    'dict_keyiterator': lambda: type(iter({})),
    'dict_valueiterator': lambda: type(iter({}.values())),
    'dict_itemiterator': lambda: type(iter({}.items())),
    'dict_reversekeyiterator': lambda: type(reversed({})),
    'dict_reversevalueiterator': lambda: type(reversed({}.values())),
    'dict_reverseitemiterator': lambda: type(reversed({}.items())),
    'odict_iterator': lambda: type(iter(__import__('_collections').OrderedDict())),
    'odict_keys': lambda: type(__import__('_collections').OrderedDict().keys()),
    'odict_values': lambda: type(__import__('_collections').OrderedDict().values()),
    'odict_items': lambda: type(__import__('_collections').OrderedDict().items()),
    'GenericAlias': lambda: type(list[int]),
    'generic_alias_iterator': lambda: type(iter(list[int])),
    'Union': lambda: type(int | str),
    'TypeVar': lambda: type(type_variable_types()[0]),
    'TypeVarTuple': lambda: type(type_variable_types()[1]),
    'ParamSpec': lambda: type(type_variable_types()[2]),
    'ParamSpecArgs': lambda: type(type_variable_types()[2].args),
    'ParamSpecKwargs': lambda: type(type_variable_types()[2].kwargs),
    'TypeAliasType': lambda: type(alias()),
    'NoDefaultType': lambda: type(type_variable_types()[0].__default__),
    'ReferenceType': lambda: weak(lambda weakref, kept: weakref.ref(kept)),
    'ProxyType': lambda: __import__('weakref').ProxyType,
    'CallableProxyType': lambda: __import__('weakref').CallableProxyType,
    'line_iterator': lambda: type(generator.__code__.co_lines()),
    'positions_iterator': lambda: type(generator.__code__.co_positions()),
    'FrameLocalsProxy': lambda: type((lambda: sys._getframe().f_locals)()),
    'Template': lambda: type(interpolation('Template')),
    'Interpolation': lambda: type(interpolation('Interpolation')),
    'TemplateIter': lambda: type(interpolation('TemplateIter')),
    'fieldnameiterator': lambda: type(__import__('_string').formatter_field_name_split('a')[1]),
    'formatteriterator': lambda: type(__import__('_string').formatter_parser('a')),
    'sys.flags': lambda: type(sys.flags),
    'sys.version_info': lambda: type(sys.version_info),
    'sys.float_info': lambda: type(sys.float_info),
    'sys.int_info': lambda: type(sys.int_info),
    'sys.hash_info': lambda: type(sys.hash_info),
    'sys.thread_info': lambda: type(sys.thread_info),
    'asyncgen_hooks': lambda: type(sys.get_asyncgen_hooks()),
    'sre.Pattern': lambda: __import__('re').Pattern,
    'sre.Match': lambda: __import__('re').Match,
    'sre.Scanner': lambda: type(__import__('re').compile('').scanner('')),
    'Context': lambda: __import__('_contextvars').Context,
    'context keys': lambda: type(__import__('_contextvars').copy_context().keys()),
    'context values': lambda: type(__import__('_contextvars').copy_context().values()),
    'context items': lambda: type(__import__('_contextvars').copy_context().items()),
    'deque iterator': lambda: type(iter(__import__('_collections').deque())),
    'deque reverse iterator': lambda: type(reversed(__import__('_collections').deque())),
    'tuplegetter': lambda: __import__('_collections')._tuplegetter,
    'struct iterator': lambda: type(__import__('_struct').iter_unpack('b', b'')),
    'itertools tee': lambda: type(__import__('itertools').tee([])[0]),
    'lru_cache wrapper': lambda: type(__import__('_functools')._lru_cache_wrapper(len, 1, False, tuple)),
    'key wrapper': lambda: type(__import__('_functools').cmp_to_key(len)),
    'array iterator': lambda: type(iter(__import__('array').array('b'))),
    'csv reader': lambda: type(__import__('_csv').reader([])),
    'csv writer': lambda: type(__import__('_csv').writer(sys.stdout)),
    'scandir iterator': lambda: type(__import__('posix').scandir()),
    'zlib compressor': lambda: type(__import__('zlib').compressobj()),
    'zlib decompressor': lambda: type(__import__('zlib').decompressobj()),
    'lock': lambda: type(__import__('_thread').allocate_lock()),
    'md5': lambda: type(__import__('_md5').md5()),
    'sha1': lambda: type(__import__('_sha1').sha1()),
    'poll': lambda: type(__import__('select').poll()),
    'sys.monitoring': lambda: type(sys.monitoring),
    'unraisable hook arguments': unraisable,
    'symtable entry': lambda: type(__import__('_symtable').symtable('', '', 'exec')),
}
