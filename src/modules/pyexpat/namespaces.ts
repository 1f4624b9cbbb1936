/** Namespaces in scope: prefixes bound by elements, and names with the URI of their prefix in front. */
import { XmlError } from './errors.ts';

const XML_URI = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_URI = 'http://www.w3.org/2000/xmlns/';

const NONE: readonly string[] = [];
/** Names that are remembered: those of documents are few, and come again and again. */
const MAX_NAMES = 1000;

export class Namespaces {
  readonly separator: string;
  private withPrefixes: boolean;
  /** Bindings of the open elements, from the outermost on; `undefined` of a default namespace that was taken away. */
  private readonly bindings: [prefix: string, uri: string][];
  private readonly scopes: number[];
  private readonly current: Map<string, string>;
  /** What names have become since a prefix was last bound or given up: of elements and of attributes. */
  private readonly elements: Map<string, string>;
  private readonly attributes: Map<string, string>;
  /** Changes whenever names may become something else. */
  epoch: number;

  constructor(separator: string) {
    this.separator = separator;
    this.withPrefixes = false;
    this.bindings = [];
    this.scopes = [];
    this.current = new Map([['xml', XML_URI]]);
    this.elements = new Map();
    this.attributes = new Map();
    this.epoch = 0;
  }

  /** Whether names tell their prefix behind the local name. */
  get tellsPrefixes(): boolean {
    return this.withPrefixes;
  }

  set tellsPrefixes(wanted: boolean) {
    this.withPrefixes = wanted;
    this.forgetNames();
  }

  /** All bindings as text, for the context of an external entity. */
  describe(): string[] {
    return [...this.current].filter(([prefix]) => prefix !== 'xml').map(([prefix, uri]) => `${prefix}=${uri}`);
  }

  /** Takes bindings over from such a text. */
  adopt(text: string): void {
    const split = text.indexOf('=');
    this.current.set(text.slice(0, split), text.slice(split + 1));
    this.forgetNames();
  }

  open(): void {
    this.scopes.push(this.bindings.length);
  }

  /** Binds a prefix ('' for the default) in the element that was opened last. */
  bind(prefix: string, uri: string): void {
    checkBinding(prefix, uri);
    this.bindings.push([prefix, this.current.get(prefix) ?? '']);
    if (uri === '') this.current.delete(prefix);
    else this.current.set(prefix, uri);
    this.forgetNames();
  }

  private forgetNames(): void {
    this.epoch++;
    if (this.elements.size > 0) this.elements.clear();
    if (this.attributes.size > 0) this.attributes.clear();
  }

  /** Ends the element: the prefixes that it bound, the last first. */
  close(): readonly string[] {
    const count = this.scopes.pop()!;
    if (this.bindings.length === count) return NONE;
    this.forgetNames();
    const ended: string[] = [];
    while (this.bindings.length > count) {
      const [prefix, former] = this.bindings.pop()!;
      if (former === '') this.current.delete(prefix);
      else this.current.set(prefix, former);
      ended.push(prefix);
    }
    return ended;
  }

  /** The name with its URI. The default namespace is for elements alone. */
  expand(name: string, isElement: boolean): string {
    const names = isElement ? this.elements : this.attributes;
    let expanded = names.get(name);
    if (expanded === undefined) {
      expanded = this.find(name, isElement);
      if (expanded === undefined) throw new XmlError('UNBOUND_PREFIX');
      if (names.size >= MAX_NAMES) names.clear();
      names.set(name, expanded);
    }
    return expanded;
  }

  /** The same, which nobody remembers; `undefined` if the prefix is not bound. */
  find(name: string, isElement: boolean): string | undefined {
    const colon = name.indexOf(':');
    if (colon < 0) {
      const uri = isElement ? this.current.get('') : undefined;
      return uri === undefined ? name : uri + this.separator + name;
    }
    const prefix = name.slice(0, colon);
    const uri = this.current.get(prefix);
    if (uri === undefined) return undefined;
    const local = name.slice(colon + 1);
    const tail = this.withPrefixes && this.separator !== '' ? this.separator + prefix : '';
    return uri + this.separator + local + tail;
  }
}

function checkBinding(prefix: string, uri: string): void {
  if (prefix === 'xml') {
    if (uri !== XML_URI) throw new XmlError('RESERVED_PREFIX_XML');
    return;
  }
  if (prefix === 'xmlns') throw new XmlError('RESERVED_PREFIX_XMLNS');
  if (uri === XML_URI || uri === XMLNS_URI) throw new XmlError('RESERVED_NAMESPACE_URI');
  if (uri === '' && prefix !== '') throw new XmlError('UNDECLARING_PREFIX');
}
