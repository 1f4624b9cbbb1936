/**
 * Safepoints: the slow side of the fuel counter. Function entries and loop back-edges count down; when the fuel is used up, everything
 * that may interrupt a program is looked at here: signals, limits, profilers, other threads.
 */
import { raise } from '../objspace/exception.ts';
import { EXIT, type Exit } from '../objspace/object.ts';
import { state } from '../objspace/state.ts';
import { instruments } from './instruments.ts';
import { services } from './services.ts';

/** Back-edges between two looks: a few milliseconds. */
export const FUEL = 100_000;

/** What wants to be asked at safepoints; returns EXIT to raise. */
export type Watcher = () => true | Exit;

export const watchers: Watcher[] = [];

/** Set by the `_signal` module: runs the Python handler of a signal. Without it, SIGINT raises KeyboardInterrupt. */
export const signalHandler = { run: (_signal: number): true | Exit => raise('KeyboardInterrupt') };

/** Runs the handler of a signal that has arrived. */
export function checkSignals(): true | Exit {
  const signal = services().host.pendingSignal();
  return signal === 0 ? true : signalHandler.run(signal);
}

export function safepoint(): true | Exit {
  // Without fuel every call takes its full form, which prepares the frame for observers.
  state.fuel = instruments.isActive ? 0 : FUEL;
  if (checkSignals() === EXIT) return EXIT;
  for (const watch of watchers) if (watch() === EXIT) return EXIT;
  return true;
}
