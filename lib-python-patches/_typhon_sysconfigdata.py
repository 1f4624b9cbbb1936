"""What `sysconfig` knows of how Typhon was built: there is no C compiler behind it."""

build_time_vars = {
    "ABIFLAGS": "",
    "BINDIR": "",
    "CFLAGS": "",
    "CONFIG_ARGS": "",
    "EXE": "",
    "EXT_SUFFIX": ".typhon-314.so",
    "HAVE_FORK": 0,
    "MACHDEP": "javascript",
    "MULTIARCH": "",
    "PLATLIBDIR": "lib",
    "Py_DEBUG": 0,
    "Py_ENABLE_SHARED": 0,
    "Py_GIL_DISABLED": 0,
    "SOABI": "typhon-314",
    "SHLIB_SUFFIX": ".so",
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    "VERSION": "3.14",
    "WITH_DOC_STRINGS": 1,
}
