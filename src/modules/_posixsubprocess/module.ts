/** `_posixsubprocess`: starting other programs, for `subprocess`. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { forkExec } from './fork-exec.ts';

export const _posixsubprocess = builtinModule(
  '_posixsubprocess',
  'A POSIX helper for the subprocess module.',
  (module) => {
    module.function(
      'fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread: index, p2cwrite: index, c2pread: index, c2pwrite: index, errread: index, errwrite: index, errpipe_read: index, errpipe_write: index, restore_signals, call_setsid: bool, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)',
      "Spawn a fresh new child process.\n\nReturns: the child process's PID, to be waited for.",
      forkExec as never,
    );
  },
);
