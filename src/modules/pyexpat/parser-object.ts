/** Parser objects: an engine, the Python handlers, and the text that waits for the next event (`buffer_text`). */
import { orThrow } from '../../objspace/exception.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import { callWithOne, callWithTwo } from '../../objspace/gateway/short-calls.ts';
import { call } from '../../objspace/operations.ts';
import type { PyDict } from '../../objspace/types/dict/dict.ts';
import { strFromText, strOfName } from '../../objspace/types/str/text.ts';
import type { Engine } from './engine.ts';
import { utf8Length } from './input.ts';

const DEFAULT_BUFFER = 8192;

export class PyXmlParser extends PyObject {
  readonly engine: Engine;
  /** Python handlers by the names of their attributes. */
  readonly handlers: Map<string, Value>;
  readonly intern: PyDict | null;
  ordersAttributes: boolean;
  onlySpecified: boolean;
  buffersText: boolean;
  bufferSize: number;
  private waiting: string;
  /** Whether it is known to have no surrogates. */
  private isWaitingPlain: boolean;
  bufferUsed: number;
  /** Whether a handler runs: only then is there a context. */
  isInHandler: boolean;
  errorCode: number;
  /** Where the last error was; `undefined` without one. */
  errorOffset: number | undefined;

  constructor(engine: Engine, intern: PyDict | null) {
    super();
    this.engine = engine;
    this.handlers = new Map();
    this.intern = intern;
    this.ordersAttributes = false;
    this.onlySpecified = false;
    this.buffersText = false;
    this.bufferSize = DEFAULT_BUFFER;
    this.waiting = '';
    this.isWaitingPlain = true;
    this.bufferUsed = 0;
    this.isInHandler = false;
    this.errorCode = 0;
    this.errorOffset = undefined;
  }

  /** Calls a handler after the text that came before; throws what it raises. */
  tell(name: string, args: Value[]): Value {
    this.flush();
    return this.callHandler(name, args);
  }

  /** The same with one argument. */
  tellOne(name: string, argument: Value): void {
    this.flush();
    this.callWithOne(name, argument);
  }

  private callHandler(name: string, args: Value[]): Value {
    const handler = this.handlers.get(name);
    if (handler === undefined) return null;
    this.isInHandler = true;
    try {
      return orThrow(call(handler, args)) as Value;
    } finally {
      this.isInHandler = false;
    }
  }

  private callWithOne(name: string, argument: Value): void {
    const handler = this.handlers.get(name);
    if (handler === undefined) return;
    this.isInHandler = true;
    try {
      orThrow(callWithOne(handler, argument));
    } finally {
      this.isInHandler = false;
    }
  }

  /** The same with two arguments. */
  tellTwo(name: string, first: Value, second: Value): void {
    this.flush();
    const handler = this.handlers.get(name);
    if (handler === undefined) return;
    this.isInHandler = true;
    try {
      orThrow(callWithTwo(handler, first, second));
    } finally {
      this.isInHandler = false;
    }
  }

  /** Text: at once, or together with what follows. */
  tellText(text: string): void {
    if (!this.buffersText) {
      this.callWithOne('CharacterDataHandler', strFromText(text));
      return;
    }
    const size = utf8Length(text);
    if (this.bufferUsed + size > this.bufferSize) this.flush();
    if (size > this.bufferSize) {
      this.callWithOne('CharacterDataHandler', strFromText(text));
      return;
    }
    this.waiting += text;
    this.isWaitingPlain = false;
    this.bufferUsed += size;
  }

  /** Puts text without surrogates behind what waits; false, with nothing done, if its pieces have to be told one by one. */
  takesRun(text: string, bytes: number): boolean {
    if (!this.buffersText || this.bufferUsed + bytes > this.bufferSize) return false;
    this.waiting += text;
    this.bufferUsed += bytes;
    return true;
  }

  flush(): void {
    if (this.waiting === '') return;
    const text = this.waiting;
    const isPlain = this.isWaitingPlain;
    this.waiting = '';
    this.isWaitingPlain = true;
    this.bufferUsed = 0;
    this.callWithOne('CharacterDataHandler', isPlain ? text : strFromText(text));
  }

  /** A name as a str: that of the dictionary of names. */
  name(text: string): Value {
    const { intern } = this;
    if (intern === null) return strOfName(text);
    const known = intern.getStr(text);
    if (known !== undefined) return known;
    const made = strOfName(text);
    intern.setStr(text, made);
    return made;
  }
}
