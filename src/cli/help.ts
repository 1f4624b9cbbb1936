/** The texts of `typhon --help` and of a wrong command line. */

export const SHORT_USAGE = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
Try \`typhon -h' for more information.
`;

export const HELP = `usage: typhon [option] ... [-c cmd | -m mod | file | -] [arg] ...
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
-X opt : set implementation-specific option
         inline_caches=off  : look names and attributes up every time
         max_time=S, max_cpu_time=S : seconds that the program may take
         max_steps=N, max_recursion=N, max_memory=N : steps, depth and bytes
                              (also 64M, 2G) that the program may use
--jit on|off|stress : whether hot code is compiled to JavaScript (default on;
         stress: all code, at once)
--jit NAME=VALUE,... : on, with parameters (--jit help: which there are)
--jitlog FILE : write what the compiler does, a JSON object a line
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
