# Limits and use of the process.
import resource


def raises(expected, function, *args):
    try:
        function(*args)
    except expected as error:
        return str(error)
    assert False, 'nothing was raised'


def test_limits():
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    assert hard == resource.RLIM_INFINITY or soft <= hard
    assert resource.setrlimit(resource.RLIMIT_STACK, (soft, hard)) is None
    assert raises(ValueError, resource.getrlimit, 99) == raises(ValueError, resource.setrlimit, -1, (1, 1)) == 'invalid resource specified'
    assert raises(ValueError, resource.setrlimit, resource.RLIMIT_NOFILE, (1,)) == 'expected a tuple of 2 integers'
    assert raises(TypeError, resource.setrlimit, resource.RLIMIT_NOFILE, 1) == "'int' object is not iterable"
    assert raises(ValueError, resource.setrlimit, resource.RLIMIT_NOFILE, (5, 2)) == 'current limit exceeds maximum limit'


def test_usage():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    assert len(usage) == 16 and usage.ru_utime == usage[0] > 0 and usage.ru_maxrss > 0
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_nswap == 0
    assert raises(ValueError, resource.getrusage, 5) == 'invalid who parameter'
    assert resource.getpagesize() >= 4096
