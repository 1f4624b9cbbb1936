/** The texts of `typhon --help` and of a wrong command line. */

export const SHORT_USAGE = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Try \`typhon -h' for more information.
`;

/** What `--help`, `--help-env`, `--help-xoptions` and `--help-all` print. */
export type HelpPage = 'options' | 'environment' | 'xoptions' | 'all';

const OPTIONS = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options:
-b     : issue warnings about converting bytes/bytearray to str and comparing
         bytes/bytearray with str or bytes with int (-bb: issue errors)
-B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program passed in as string (terminates option list)
-d     : counted in sys.flags.debug, without any other effect
-E     : ignore PYTHON* environment variables (such as PYTHONPATH)
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script
-I     : isolate Typhon from the user's environment (implies -E, -P and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements
-OO    : do -O changes and also discard docstrings
-P     : don't prepend a potentially unsafe path to sys.path
-q     : don't print version and copyright messages on interactive startup
-s     : don't add user site directory to sys.path
-S     : don't imply 'import site' on initialization
-u     : force the stdout and stderr streams to be unbuffered
-v     : verbose (trace import statements)
-V     : print the Python version number and exit (also --version);
         -VV also prints Typhon's
-W arg : warning control (arg is action:message:category:module:lineno)
-x     : skip first line of source, allowing use of non-Unix forms of #!cmd
-X opt : set implementation-specific option (--help-xoptions: which there are)
--check-hash-based-pycs always|default|never :
         whether sources are read to tell if such .pyc files are out of date
--jit on|off|stress : whether hot code is compiled to JavaScript (default on;
         stress: all code, at once)
--jit NAME=VALUE,... : on, with parameters (--jit help: which there are)
--jitlog FILE : write what the compiler does, a JSON object a line
--help-env      : print the environment variables, and exit
--help-xoptions : print the -X options, and exit
--help-all      : print all of this, and exit
Tools:
typhon ast FILE        : print the syntax tree
typhon dis FILE        : print the bytecode
typhon check FILE ...  : check the syntax
typhon jitlog FILE     : print a summary of what --jitlog has written
Arguments:
file   : program read from script file
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]
`;

const ENVIRONMENT = `Environment variables:
NO_COLOR, FORCE_COLOR, PYTHON_COLORS : whether to print in colours
PYTHONASYNCIODEBUG       : asyncio looks for what is never awaited or takes long
PYTHON_BASIC_REPL        : an interactive prompt that edits single lines
PYTHONBREAKPOINT         : what breakpoint() calls; 0: nothing
PYTHONHASHSEED           : 'random', or the number that hashes depend on
PYTHON_HISTORY           : the file of what was typed at the prompt
PYTHONHOME               : folder that has lib/python3.14 (<prefix>, or <prefix>:<exec_prefix>)
PYTHONIOENCODING         : encoding[:errors] of stdin, stdout and stderr
PYTHONPATH               : directories that are searched for modules first
PYTHONPLATLIBDIR         : sys.platlibdir
PYTHONSTARTUP            : a program that runs before the interactive prompt
PYTHONUSERBASE           : the user's folder of packages (site.USER_BASE)
Checked, without any effect: PYTHON_GIL, PYTHONMALLOC
Those that stand for an option:
PYTHON_CONTEXT_AWARE_WARNINGS : (-X context_aware_warnings)
PYTHON_CPU_COUNT         : what os.cpu_count() answers (-X cpu_count)
PYTHONDEBUG              : (-d)
PYTHONDEVMODE            : development mode (-X dev)
PYTHONDONTWRITEBYTECODE  : don't write .pyc files (-B)
PYTHONFAULTHANDLER       : (-X faulthandler)
PYTHON_FROZEN_MODULES    : on or off (-X frozen_modules)
PYTHONINSPECT            : inspect interactively after running script (-i)
PYTHONINTMAXSTRDIGITS    : limit of conversions between int and str
                           (-X int_max_str_digits=N)
PYTHONNODEBUGRANGES      : code without columns (-X no_debug_ranges)
PYTHONNOUSERSITE         : don't add user site directory to sys.path (-s)
PYTHONOPTIMIZE           : remove assert statements, or docstrings too (-O, -OO)
PYTHONPROFILEIMPORTTIME  : how long imports take (-X importtime)
PYTHONPYCACHEPREFIX      : folder of .pyc files (-X pycache_prefix)
PYTHONSAFEPATH           : don't prepend a potentially unsafe path (-P)
PYTHON_THREAD_INHERIT_CONTEXT : (-X thread_inherit_context)
PYTHONTRACEMALLOC        : (-X tracemalloc)
PYTHONUNBUFFERED         : unbuffered stdout and stderr streams (-u)
PYTHONUTF8               : UTF-8 mode, which is always on (-X utf8)
PYTHONVERBOSE            : trace import statements (-v)
PYTHONWARNDEFAULTENCODING : (-X warn_default_encoding)
PYTHONWARNINGS           : warning control (-W), separated by commas
`;

const XOPTIONS = `Options of this implementation:
-X inline_caches=off   : look names and attributes up every time
-X max_time=S          : seconds that the program may take
-X max_cpu_time=S      : seconds of computation that it may take
-X max_steps=N         : steps that it may take
-X max_memory=N        : bytes that it may use (also 64M, 2G)
-X max_recursion=N     : the most that sys.setrecursionlimit accepts
Options that CPython has too:
-X context_aware_warnings=0|1 : whether filters of warnings belong to a context
-X cpu_count=N         : what os.cpu_count() answers
-X dev                 : development mode
-X faulthandler        : enable the module faulthandler
-X frozen_modules=on|off : whether the library's own modules come from the package
-X gil=1               : there is one
-X importtime[=2]      : how long imports take (2: also of what is imported already)
-X int_max_str_digits=N : limit of conversions between int and str (0: none)
-X no_debug_ranges     : code without columns, for tracebacks
-X pycache_prefix=PATH : folder of .pyc files
-X thread_inherit_context=0|1 : whether threads begin with the context of their creator
-X tracemalloc[=N]     : start tracemalloc
-X utf8[=0|1]          : UTF-8 mode, which is always on
-X warn_default_encoding : warn where a file is opened without an encoding
All others are kept in sys._xoptions and have no effect.
`;

export function helpText(page: HelpPage): string {
  if (page === 'environment') return ENVIRONMENT;
  if (page === 'xoptions') return XOPTIONS;
  return page === 'options' ? OPTIONS : [OPTIONS, ENVIRONMENT, XOPTIONS].join('\n');
}
