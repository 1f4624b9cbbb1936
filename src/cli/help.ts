/** The texts of `typhon --help` and of a wrong command line. */

export const SHORT_USAGE = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Try \`typhon -h' for more information.
`;

/** What `--help`, `--help-env`, `--help-xoptions` and `--help-all` print. */
export type HelpPage = 'options' | 'environment' | 'xoptions' | 'all';

const OPTIONS = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options:
-b     : issue warnings about converting bytes/bytearray to str and comparing
         bytes/bytearray with str or bytes with int; also PYTHONBYTESWARNING=x
         (-bb: issue errors)
-B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program passed in as string (terminates option list)
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
PYTHONDEVMODE            : development mode (-X dev)
PYTHONDONTWRITEBYTECODE  : don't write .pyc files (-B)
PYTHONHASHSEED           : 'random', or the number that hashes depend on
PYTHONHOME               : folder that has lib/python3.14 (<prefix>, or <prefix>:<exec_prefix>)
PYTHONINSPECT            : inspect interactively after running script (-i)
PYTHONINTMAXSTRDIGITS    : limit of conversions between int and str
                           (-X int_max_str_digits=N)
PYTHONIOENCODING         : encoding[:errors] of stdin, stdout and stderr
PYTHONNOUSERSITE         : don't add user site directory to sys.path (-s)
PYTHONOPTIMIZE           : remove assert statements, or docstrings too (-O, -OO)
PYTHONPATH               : directories that are searched for modules first
PYTHONPLATLIBDIR         : sys.platlibdir
PYTHONSAFEPATH           : don't prepend a potentially unsafe path (-P)
PYTHONUNBUFFERED         : unbuffered stdout and stderr streams (-u)
PYTHONVERBOSE            : trace import statements (-v)
PYTHONWARNINGS           : warning control (-W), separated by commas
NO_COLOR, FORCE_COLOR, PYTHON_COLORS : whether to print in colours
`;

const XOPTIONS = `Options of this implementation:
-X dev                 : development mode
-X inline_caches=off   : look names and attributes up every time
-X int_max_str_digits=N : limit of conversions between int and str (0: none)
-X max_time=S          : seconds that the program may take
-X max_cpu_time=S      : seconds of computation that it may take
-X max_steps=N         : steps that it may take
-X max_memory=N        : bytes that it may use (also 64M, 2G)
-X max_recursion=N     : the most that sys.setrecursionlimit accepts
-X warn_default_encoding : warn where a file is opened without an encoding
All others are kept in sys._xoptions and have no effect.
`;

export function helpText(page: HelpPage): string {
  if (page === 'environment') return ENVIRONMENT;
  if (page === 'xoptions') return XOPTIONS;
  return page === 'options' ? OPTIONS : [OPTIONS, ENVIRONMENT, XOPTIONS].join('\n');
}
