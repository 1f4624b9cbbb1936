/** Node's names of signals. */
const SIGINT = 2;

/** `undefined` for a number that the platform does not know. The name that every start needs is there without a module of Node. */
export function signalName(number: number): NodeJS.Signals | undefined {
  if (number === SIGINT) return 'SIGINT';
  const { signals } = process.getBuiltinModule('node:os').constants;
  return Object.entries(signals).find(([, value]) => value === number)?.[0] as NodeJS.Signals | undefined;
}
