/** The handlers of a parser as attributes: setting one connects it to the engine's event. */
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { strFromText } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import type { Model } from './dtd.ts';
import type { Handlers } from './events.ts';
import type { PyXmlParser } from './parser-object.ts';

type Text = string | null;
const text = (value: Text): Value => (value === null ? null : strFromText(value));
const flag = (value: boolean): Value => (value ? 1 : 0);

/** Connects (or disconnects) the event that belongs to an attribute. */
type Connect = (parser: PyXmlParser, handlers: Handlers, isSet: boolean) => void;

const plainValue = (value: string): Value => value;

/** Takes the array over. */
function attributesValue(parser: PyXmlParser, attributes: string[], specified: number, isPlain: boolean): Value {
  const valueOf = isPlain ? plainValue : strFromText;
  const count = parser.onlySpecified ? specified : attributes.length;
  if (parser.ordersAttributes) {
    const items: Value[] = attributes;
    if (items.length > count) items.length = count;
    for (let index = 0; index < count; index++)
      items[index] = index % 2 === 0 ? parser.name(attributes[index]) : valueOf(attributes[index]);
    return PyList.of(items) as Value;
  }
  const dict = new PyDict();
  for (let index = 0; index < count; index += 2)
    orThrow(dict.set(parser.name(attributes[index]), valueOf(attributes[index + 1])));
  return dict as Value;
}

/** Deeper models are refused, as everything that is nested without end. */
const MAX_DEPTH = 5000;

function modelValue(parser: PyXmlParser, model: Model, depth: number): Value {
  if (depth > MAX_DEPTH) throw error('RecursionError', 'maximum recursion depth exceeded in conv_content_model');
  const children = model.children.map((child) => modelValue(parser, child, depth + 1));
  const name = model.name === null ? null : parser.name(model.name);
  return new PyTuple([model.type, model.quantifier, name, new PyTuple(children) as Value]) as Value;
}

function answers(parser: PyXmlParser, name: string, args: Value[]): boolean {
  return (orThrow(toInt(parser.tell(name, args))) as number) !== 0;
}

function connectDefault(parser: PyXmlParser, handlers: Handlers): void {
  const expanding = parser.handlers.has('DefaultHandlerExpand');
  const plain = parser.handlers.has('DefaultHandler');
  const name = plain ? 'DefaultHandler' : 'DefaultHandlerExpand';
  handlers.expandsEntities = !plain;
  handlers.fallback = plain || expanding ? (data) => parser.tellOne(name, strFromText(data)) : null;
}

/** The attributes and what each connects. */
export const CONNECTIONS: ReadonlyMap<string, Connect> = new Map<string, Connect>([
  [
    'StartElementHandler',
    (parser, handlers, isSet) => {
      handlers.startElement = isSet
        ? (name, attributes, specified, isPlain) => {
            parser.flush();
            const values = attributesValue(parser, attributes, specified, isPlain);
            parser.tellTwo('StartElementHandler', parser.name(name), values);
          }
        : null;
    },
  ],
  [
    'EndElementHandler',
    (parser, handlers, isSet) => {
      handlers.endElement = isSet ? (name) => parser.tellOne('EndElementHandler', parser.name(name)) : null;
    },
  ],
  [
    'ProcessingInstructionHandler',
    (parser, handlers, isSet) => {
      handlers.processingInstruction = isSet
        ? (target, data) => void parser.tell('ProcessingInstructionHandler', [parser.name(target), strFromText(data)])
        : null;
    },
  ],
  [
    'CharacterDataHandler',
    (parser, handlers, isSet) => {
      handlers.characterData = isSet ? (data) => parser.tellText(data) : null;
      handlers.characterRun = isSet ? (data, bytes) => parser.takesRun(data, bytes) : null;
    },
  ],
  [
    'UnparsedEntityDeclHandler',
    (parser, handlers, isSet) => {
      handlers.unparsedEntity = isSet
        ? (name, base, systemId, publicId, notation) =>
            void parser.tell('UnparsedEntityDeclHandler', [
              parser.name(name),
              text(base),
              text(systemId),
              text(publicId),
              text(notation),
            ])
        : null;
    },
  ],
  [
    'NotationDeclHandler',
    (parser, handlers, isSet) => {
      handlers.notation = isSet
        ? (name, base, systemId, publicId) =>
            void parser.tell('NotationDeclHandler', [parser.name(name), text(base), text(systemId), text(publicId)])
        : null;
    },
  ],
  [
    'StartNamespaceDeclHandler',
    (parser, handlers, isSet) => {
      handlers.startNamespace = isSet
        ? (prefix, uri) => void parser.tell('StartNamespaceDeclHandler', [text(prefix), text(uri)])
        : null;
    },
  ],
  [
    'EndNamespaceDeclHandler',
    (parser, handlers, isSet) => {
      handlers.endNamespace = isSet ? (prefix) => void parser.tell('EndNamespaceDeclHandler', [text(prefix)]) : null;
    },
  ],
  [
    'CommentHandler',
    (parser, handlers, isSet) => {
      handlers.comment = isSet ? (data) => void parser.tell('CommentHandler', [strFromText(data)]) : null;
    },
  ],
  [
    'StartCdataSectionHandler',
    (parser, handlers, isSet) => {
      handlers.startCdata = isSet ? () => void parser.tell('StartCdataSectionHandler', []) : null;
    },
  ],
  [
    'EndCdataSectionHandler',
    (parser, handlers, isSet) => {
      handlers.endCdata = isSet ? () => void parser.tell('EndCdataSectionHandler', []) : null;
    },
  ],
  ['DefaultHandler', connectDefault],
  ['DefaultHandlerExpand', connectDefault],
  [
    'NotStandaloneHandler',
    (parser, handlers, isSet) => {
      handlers.notStandalone = isSet ? () => answers(parser, 'NotStandaloneHandler', []) : null;
    },
  ],
  [
    'ExternalEntityRefHandler',
    (parser, handlers, isSet) => {
      handlers.externalEntity = isSet
        ? (context, base, systemId, publicId) =>
            answers(parser, 'ExternalEntityRefHandler', [text(context), text(base), text(systemId), text(publicId)])
        : null;
    },
  ],
  [
    'StartDoctypeDeclHandler',
    (parser, handlers, isSet) => {
      handlers.startDoctype = isSet
        ? (name, systemId, publicId, hasSubset) =>
            void parser.tell('StartDoctypeDeclHandler', [
              parser.name(name),
              text(systemId),
              text(publicId),
              flag(hasSubset),
            ])
        : null;
    },
  ],
  [
    'EndDoctypeDeclHandler',
    (parser, handlers, isSet) => {
      handlers.endDoctype = isSet ? () => void parser.tell('EndDoctypeDeclHandler', []) : null;
    },
  ],
  [
    'EntityDeclHandler',
    (parser, handlers, isSet) => {
      handlers.entityDeclaration = isSet
        ? (name, isParameter, value, base, systemId, publicId, notation) =>
            void parser.tell('EntityDeclHandler', [
              parser.name(name),
              flag(isParameter),
              text(value),
              text(base),
              text(systemId),
              text(publicId),
              text(notation),
            ])
        : null;
    },
  ],
  [
    'XmlDeclHandler',
    (parser, handlers, isSet) => {
      handlers.xmlDeclaration = isSet
        ? (version, encoding, standalone) =>
            void parser.tell('XmlDeclHandler', [text(version), text(encoding), standalone])
        : null;
    },
  ],
  [
    'ElementDeclHandler',
    (parser, handlers, isSet) => {
      handlers.elementDeclaration = isSet
        ? (name, model) => void parser.tell('ElementDeclHandler', [parser.name(name), modelValue(parser, model, 0)])
        : null;
    },
  ],
  [
    'AttlistDeclHandler',
    (parser, handlers, isSet) => {
      handlers.attributeDeclaration = isSet
        ? (element, name, type, value, isRequired) =>
            void parser.tell('AttlistDeclHandler', [
              parser.name(element),
              parser.name(name),
              strFromText(type),
              text(value),
              flag(isRequired),
            ])
        : null;
    },
  ],
  [
    'SkippedEntityHandler',
    (parser, handlers, isSet) => {
      handlers.skippedEntity = isSet
        ? (name, isParameter) => void parser.tell('SkippedEntityHandler', [parser.name(name), flag(isParameter)])
        : null;
    },
  ],
]);

/** Sets the attribute; None takes the handler away. */
export function setHandler(parser: PyXmlParser, name: string, value: Value): void {
  if (name === 'CharacterDataHandler') parser.flush();
  if (value === null) parser.handlers.delete(name);
  else parser.handlers.set(name, value);
  CONNECTIONS.get(name)!(parser, parser.engine.handlers, value !== null);
}
