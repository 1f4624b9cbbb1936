/**
 * Coroutines in JavaScript: each interpreter has an event loop of asyncio that runs in the background, whenever there is something to do.
 * A coroutine that reaches JavaScript becomes a task of it, and a promise.
 */
import { codeFrame, runCode } from '../interpreter/call.ts';
import type { PyCoroutine } from '../interpreter/generator.ts';
import { awaiting, type PyJsPromise } from '../modules/typhon/js-promise.ts';
import { boundary } from '../modules/typhon/boundary.ts';
import { orThrow, type PyBaseException } from '../objspace/exception.ts';
import { BuiltinDefinition, PyBuiltinFunction } from '../objspace/gateway/builtin-function.ts';
import type { Result, Value } from '../objspace/object.ts';
import { call } from '../objspace/operations.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { AsyncRun } from './async-run.ts';
import { thrownFor, valueOf } from './python-error.ts';
import { currentSession, type Session } from './session.ts';

/** Python code, since it speaks with asyncio. */
const SOURCE = `
import asyncio

loop = asyncio.new_event_loop()
tasks = set()
interrupted = set()

def spawn(coroutine, fulfil, reject):
    def start():
        task = loop.create_task(coroutine)
        tasks.add(task)
        task.add_done_callback(done)

    def done(task):
        tasks.discard(task)
        try:
            value = task.result()
        except asyncio.CancelledError as error:
            reject(KeyboardInterrupt() if task in interrupted else error)
        except BaseException as error:
            reject(error)
        else:
            fulfil(value)
        interrupted.discard(task)

    loop.call_soon_threadsafe(start)

def interrupt():
    interrupted.update(tasks)
    for task in tasks:
        task.cancel()

def wait(promise):
    running = asyncio.get_running_loop()
    future = running.create_future()
    when_settled(promise, lambda: running.is_closed() or running.call_soon_threadsafe(settle, future, promise))
    return (yield from future)

async def advance(iterator):
    try:
        return (await anext(iterator),)
    except StopAsyncIteration:
        return None

async def close(iterator):
    method = getattr(iterator, "aclose", None)
    if method is not None:
        await method()

def settle(future, promise):
    if future.done():
        return
    try:
        value = result_of(promise)
    except Exception as error:
        future.set_exception(error)
    else:
        future.set_result(value)
`;

/** The loop's own run: it goes on after an interruption, which its tasks get, and after a task that asks the program to exit. */
const RUN = `
asyncio.set_event_loop(loop)
while True:
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        interrupt()
    except SystemExit:
        pass
`;

const FILENAME = '<event loop>';

/** The namespace of the source above, in each interpreter that has used it. */
const loops = new WeakMap<Session, PyDict>();

function loopOf(session: Session): PyDict {
  const known = loops.get(session);
  if (known !== undefined) return known;
  const { interpreter } = session;
  const globals = new PyDict();
  globals.setStr('__name__', '_typhon_event_loop');
  globals.setStr('__builtins__', interpreter.builtins as unknown as Value);
  globals.setStr('when_settled', hostFunction('when_settled(promise, callback, /)', whenSettled));
  globals.setStr(
    'result_of',
    hostFunction('result_of(promise, /)', (promise) => (promise as PyJsPromise).result()),
  );
  const code = interpreter.compiler.compile(SOURCE, FILENAME, 'exec', 0, 0);
  session.unlimited(() => valueOf(runCode(code, globals, interpreter.builtins, globals as unknown as Value, [])));
  loops.set(session, globals);
  const main = interpreter.compiler.compile(RUN, FILENAME, 'exec', 0, 0);
  const start = () => codeFrame(main, globals, interpreter.builtins, globals as unknown as Value, []);
  new AsyncRun(session, start, true).promise.catch((reason) => giveUp(session, reason));
  return globals;
}

/** What rejects the promises that are not settled. */
const unsettled = new WeakMap<Session, Set<(reason: unknown) => void>>();

function rejectersOf(session: Session): Set<(reason: unknown) => void> {
  const known = unsettled.get(session) ?? new Set();
  unsettled.set(session, known);
  return known;
}

/** The loop has been ended by what nothing survives: a limit, the end of the interpreter. The next coroutine gets a new one. */
function giveUp(session: Session, reason: unknown): void {
  loops.delete(session);
  for (const reject of rejectersOf(session)) {
    session.coroutines--;
    if (!session.isDisposed) session.enter(() => session.end());
    reject(reason);
  }
  rejectersOf(session).clear();
}

function hostFunction(signature: string, body: (...args: Value[]) => Result): Value {
  return new PyBuiltinFunction(new BuiltinDefinition(signature, '', body), undefined, null);
}

function whenSettled(promise: Value, callback: Value): Result {
  const session = currentSession();
  (promise as PyJsPromise).watch().then(() => {
    if (!session.isDisposed) session.enter(() => orThrow(call(callback, [])));
  });
  return null;
}

awaiting.iterator = (promise) => call(loopOf(currentSession()).getStr('wait') as Value, [promise]);

const promises = new WeakMap<PyCoroutine, Promise<unknown>>();

/** The promise of a coroutine's result. The coroutine begins to run when the event loop has its turn. */
export function promiseOf(coroutine: PyCoroutine): Promise<unknown> {
  const known = promises.get(coroutine);
  if (known !== undefined) return known;
  const globals = loopOf(currentSession());
  const session = currentSession();
  const promise = new Promise((resolve, reject) => {
    session.coroutines++;
    session.begin();
    const settled = (): void => {
      session.coroutines--;
      session.end();
      unsettled.get(session)?.delete(reject);
    };
    rejectersOf(session).add(reject);
    const fulfil = hostFunction('fulfil(value, /)', (value) => {
      settled();
      try {
        resolve(boundary.toJavaScript(value));
      } catch (thrown) {
        reject(thrown);
      }
      return null;
    });
    const fail = hostFunction('reject(error, /)', (error) => {
      settled();
      reject(thrownFor(error as PyBaseException));
      return null;
    });
    valueOf(call(globals.getStr('spawn') as Value, [coroutine, fulfil, fail]));
  });
  promises.set(coroutine, promise);
  return promise;
}

/** The next item of an asynchronous iterator, in an array; `null` behind the last. */
export function advance(session: Session, iterator: Value): Promise<readonly [unknown] | null> {
  return ofLoop(session, 'advance', iterator) as Promise<readonly [unknown] | null>;
}

/** What `break` in a loop of JavaScript does to an asynchronous generator. */
export function close(session: Session, iterator: Value): Promise<unknown> {
  return ofLoop(session, 'close', iterator);
}

function ofLoop(session: Session, name: string, iterator: Value): Promise<unknown> {
  return session.enter(() => {
    const coroutine = valueOf(call(loopOf(session).getStr(name) as Value, [iterator]));
    return promiseOf(coroutine as unknown as PyCoroutine);
  });
}
