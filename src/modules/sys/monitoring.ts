/** `sys.monitoring` (PEP 669: https://peps.python.org/pep-0669/). Tools and events themselves: interpreter/monitors.ts. */
import { EVENT, EVENTS, LOCAL_EVENTS, monitors, type Tool, TOOLS, updateMask } from '../../interpreter/monitors.ts';
import { audit } from '../../objspace/audit.ts';
import { updateObservers } from '../../interpreter/observers.ts';
import { PyCode } from '../../interpreter/py-code.ts';
import { raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { newModule, type PyModule } from '../../objspace/types/module.ts';
import { newNamespace } from '../../objspace/types/namespace.ts';
import { isText } from '../../objspace/types/str/str.ts';

const C_EVENTS = (1 << EVENT.C_RETURN) | (1 << EVENT.C_RAISE);
const BRANCH = 1 << EVENT.BRANCH;
const BRANCHES = (1 << EVENT.BRANCH_LEFT) | (1 << EVENT.BRANCH_RIGHT);
/** All that a tool may set. */
const ALL = 2 ** EVENT.BRANCH - 1;

function toolAt(id: number): Tool | Exit {
  return TOOLS[id] ?? raiseValueError(`invalid tool ${id} (must be between 0 and 5)`);
}

function usedTool(id: number): Tool | Exit {
  const tool = toolAt(id);
  if (tool === EXIT || (tool as Tool).name !== null) return tool;
  return raiseValueError(`tool ${id} is not in use`);
}

/** The events to keep: BRANCH stands for both kinds, C_RETURN and C_RAISE come with CALL only. */
function checkedEvents(set: number, allowed: number, what: string): number | Exit {
  if (set < 0 || set > ALL + BRANCH) return raiseValueError(`invalid ${what} set 0x${(set >>> 0).toString(16)}`);
  let events = set;
  if ((events & C_EVENTS) !== 0) {
    if ((events & C_EVENTS) !== C_EVENTS || (events & (1 << EVENT.CALL)) === 0)
      return raiseValueError('cannot set C_RETURN or C_RAISE events independently');
    events &= ~C_EVENTS;
  }
  if ((events & BRANCH) !== 0) events = (events & ~BRANCH) | BRANCHES;
  return (events & ~allowed) === 0 ? events : raiseValueError(`invalid ${what} set 0x${set.toString(16)}`);
}

function update(): null {
  updateMask();
  updateObservers();
  return null;
}

function defineTools(module: ModuleBuilder): void {
  module.function('use_tool_id(tool_id: cint, name: object, /)', '', (id, name) => {
    const tool = toolAt(id);
    if (tool === EXIT) return EXIT;
    if (!isText(name)) return raiseValueError('tool name must be a str');
    if ((tool as Tool).name !== null) return raiseValueError(`tool ${id} is already in use`);
    (tool as Tool).name = name;
    return null;
  });
  module.function('clear_tool_id(tool_id: cint, /)', '', (id) => clearTool(id, false));
  module.function('free_tool_id(tool_id: cint, /)', '', (id) => clearTool(id, true));
  module.function('get_tool(tool_id: cint, /)', '', (id) => {
    const tool = toolAt(id);
    return tool === EXIT ? EXIT : (tool as Tool).name;
  });
}

function clearTool(id: number, isFreed: boolean): Result {
  const tool = toolAt(id);
  if (tool === EXIT) return EXIT;
  if ((tool as Tool).name === null) return null;
  (tool as Tool).clear();
  if (isFreed) (tool as Tool).name = null;
  return update();
}

function registerCallback(id: number, event: number, fn: Value): Result {
  const tool = toolAt(id);
  if (tool === EXIT) return EXIT;
  const index = 31 - Math.clz32(event);
  if (event <= 0 || 2 ** index !== event)
    return raiseValueError('The callback can only be set for one event at a time');
  if (index >= EVENTS.length) return raiseValueError(`invalid event ${event}`);
  audit('sys.monitoring.register_callback', fn);
  const { callbacks } = tool as Tool;
  const before = callbacks[index];
  callbacks[index] = fn;
  return before;
}

function setEvents(id: number, set: number): Result {
  const tool = usedTool(id);
  if (tool === EXIT) return EXIT;
  const events = checkedEvents(set, ALL, 'event');
  if (events === EXIT) return EXIT;
  (tool as Tool).events = events as number;
  return update();
}

function setLocalEvents(id: number, code: Value, set: number): Result {
  if (!(code instanceof PyCode)) return raiseTypeError('code must be a code object');
  const used = usedTool(id);
  if (used === EXIT) return EXIT;
  const events = checkedEvents(set, LOCAL_EVENTS, 'local event');
  if (events === EXIT) return EXIT;
  const tool = used as Tool;
  tool.local.set(code.code, events as number);
  tool.localUnion |= events as number;
  return update();
}

function defineEvents(module: ModuleBuilder): void {
  module.function('register_callback(tool_id: cint, event: cint, func: object, /)', '', registerCallback);
  module.function('get_events(tool_id: cint, /)', '', (id) => {
    const tool = toolAt(id);
    return tool === EXIT ? EXIT : (tool as Tool).events;
  });
  module.function('set_events(tool_id: cint, event_set: cint, /)', '', setEvents);
  module.function('get_local_events(tool_id: cint, code: object, /)', '', (id, code) => {
    if (!(code instanceof PyCode)) return raiseTypeError('code must be a code object');
    const tool = toolAt(id);
    return tool === EXIT ? EXIT : ((tool as Tool).local.get(code.code) ?? 0);
  });
  module.function('set_local_events(tool_id: cint, code: object, event_set: cint, /)', '', setLocalEvents);
  module.function('restart_events()', '', () => {
    for (const tool of TOOLS) tool.disabled = new WeakMap();
    return null;
  });
  module.function('_all_events()', '', allEvents);
}

/** Which tools want an event anywhere, as a bit set, by the event's name. */
function allEvents(): Value {
  const dict = new PyDict();
  EVENTS.slice(0, EVENT.BRANCH).forEach((name, event) => {
    const tools = TOOLS.reduce((set, tool, id) => (tool.events & (1 << event) ? set | (1 << id) : set), 0);
    if (tools !== 0) dict.setStr(name, tools);
  });
  return dict;
}

export function monitoringModule(): PyModule {
  const builder = new ModuleBuilder('sys.monitoring');
  defineTools(builder);
  defineEvents(builder);
  builder.constant('DISABLE', monitors.DISABLE);
  builder.constant('MISSING', monitors.MISSING);
  const ids = { DEBUGGER_ID: 0, COVERAGE_ID: 1, PROFILER_ID: 2, OPTIMIZER_ID: 5 };
  for (const [name, id] of Object.entries(ids)) builder.constant(name, id);
  const events = EVENTS.map((name, index): [string, Value] => [name, 1 << index]);
  builder.constant('events', newNamespace([...events, ['NO_EVENTS', 0]]) as Value);
  const module = newModule('sys.monitoring');
  for (const [name, value] of builder.contents) module.dict.setStr(name, value);
  return module;
}
