/** Running something when the event loop has had its turn, sooner than a timer would. */

interface Scope {
  setImmediate?: (callback: () => void) => unknown;
  MessageChannel?: new () => {
    port1: { onmessage: (() => void) | null };
    port2: { postMessage(message: null): void };
  };
}

const waiting: (() => void)[] = [];

function runNext(): void {
  waiting.shift()?.();
}

/** Timers of browsers wait four milliseconds at least; messages do not. */
function chooseTrigger(): () => void {
  const { setImmediate, MessageChannel } = globalThis as unknown as Scope;
  if (setImmediate !== undefined) return () => setImmediate(runNext);
  if (MessageChannel === undefined) return () => setTimeout(runNext, 0);
  const channel = new MessageChannel();
  channel.port1.onmessage = runNext;
  return () => channel.port2.postMessage(null);
}

let trigger: (() => void) | undefined;

export function soon(callback: () => void): void {
  trigger ??= chooseTrigger();
  waiting.push(callback);
  trigger();
}
