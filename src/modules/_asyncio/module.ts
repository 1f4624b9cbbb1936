/** `_asyncio`: futures and tasks, and which of them run. Reference: https://docs.python.org/3.14/library/asyncio.html */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { addAwaiting, discardAwaiting } from './future.ts';
import { futureType } from './future-type.ts';
import * as registry from './registry.ts';
import { taskType } from './task-type.ts';

const done = (outcome: true | Exit): Result => (outcome === EXIT ? EXIT : null);

export const _asyncio = builtinModule('_asyncio', 'Accelerator module for asyncio', (module) => {
  module.types(futureType, taskType);
  module.function('current_task(loop=None)', 'Return a currently executed task.', registry.currentTask);
  module.function('all_tasks(loop=None)', 'Return a set of all tasks for the loop.', registry.allTasks);
  module.function(
    'get_event_loop()',
    'Return an asyncio event loop.\n\nWhen called from a coroutine or a callback (e.g. scheduled with\ncall_soon or similar API), this function will always return the\nrunning event loop.\n\nIf there is no running event loop set, the function will return\nthe result of `get_event_loop_policy().get_event_loop()` call.',
    registry.eventLoop,
  );
  module.function(
    'get_running_loop()',
    'Return the running event loop.  Raise a RuntimeError if there is none.\n\nThis function is thread-specific.',
    registry.runningLoop,
  );
  module.function(
    '_get_running_loop()',
    'Return the running event loop or None.\n\nThis is a low-level function intended to be used by event loops.\nThis function is thread-specific.',
    () => registry.running.loop,
  );
  module.function(
    '_set_running_loop(loop, /)',
    'Set the running event loop.\n\nThis is a low-level function intended to be used by event loops.\nThis function is thread-specific.',
    (loop) => {
      registry.running.loop = loop;
      return null;
    },
  );
  module.function(
    '_register_task(task)',
    'Register a new task in asyncio as executed by loop.\n\nReturns None.',
    (task) => done(registry.registerTask(task)),
  );
  module.function('_unregister_task(task)', 'Unregister a task.\n\nReturns None.', (task) =>
    done(registry.unregisterTask(task)),
  );
  module.function(
    '_register_eager_task(task)',
    'Register a new task in asyncio as executed by loop.\n\nReturns None.',
    (task) => {
      registry.registerEager(task);
      return null;
    },
  );
  module.function('_unregister_eager_task(task)', 'Unregister a task.\n\nReturns None.', (task) => {
    registry.unregisterEager(task);
    return null;
  });
  module.function(
    '_enter_task(loop, task)',
    'Enter into task execution or resume suspended task.\n\nTask belongs to loop.\n\nReturns None.',
    (loop, task) => done(registry.enterTask(loop, task)),
  );
  module.function(
    '_leave_task(loop, task)',
    'Leave task execution or suspend a task.\n\nTask belongs to loop.\n\nReturns None.',
    (loop, task) => done(registry.leaveTask(loop, task)),
  );
  module.function(
    '_swap_current_task(loop, task)',
    'Temporarily swap in the supplied task and return the original one (or None).\n\nThis is intended for use during eager coroutine execution.',
    registry.swapTask,
  );
  module.function(
    'future_add_to_awaited_by(fut, waiter, /)',
    'Record that `fut` is awaited on by `waiter`.',
    (future: Value, waiter: Value) => {
      addAwaiting(future, waiter);
      return null;
    },
  );
  module.function('future_discard_from_awaited_by(fut, waiter, /)', '', (future: Value, waiter: Value) => {
    discardAwaiting(future, waiter);
    return null;
  });
});
