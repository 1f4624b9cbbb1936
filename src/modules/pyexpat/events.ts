/** The handlers of a parser: `null` where none is set. Arguments are those of the Python handlers. */
import type { Model } from './dtd.ts';

type Text = string | null;

export class Handlers {
  /** `attributes` is the handler's from then on. `isPlain` says that their values are known to have no surrogates. */
  startElement: ((name: string, attributes: string[], specified: number, isPlain: boolean) => void) | null = null;
  endElement: ((name: string) => void) | null = null;
  characterData: ((text: string) => void) | null = null;
  /** Takes text without surrogates, of so many bytes, that would come in pieces to `characterData`; false if it wants them one by one. */
  characterRun: ((text: string, bytes: number) => boolean) | null = null;
  processingInstruction: ((target: string, data: string) => void) | null = null;
  comment: ((text: string) => void) | null = null;
  startCdata: (() => void) | null = null;
  endCdata: (() => void) | null = null;
  /** Whatever has no handler; also `plain`, which keeps internal entities from being expanded. */
  fallback: ((text: string) => void) | null = null;
  expandsEntities = true;
  startNamespace: ((prefix: Text, uri: Text) => void) | null = null;
  endNamespace: ((prefix: Text) => void) | null = null;
  startDoctype: ((name: string, systemId: Text, publicId: Text, hasSubset: boolean) => void) | null = null;
  endDoctype: (() => void) | null = null;
  elementDeclaration: ((name: string, model: Model) => void) | null = null;
  attributeDeclaration:
    | ((element: string, name: string, type: string, value: Text, isRequired: boolean) => void)
    | null = null;
  entityDeclaration:
    | ((
        name: string,
        isParameter: boolean,
        value: Text,
        base: Text,
        systemId: Text,
        publicId: Text,
        notation: Text,
      ) => void)
    | null = null;
  notation: ((name: string, base: Text, systemId: Text, publicId: Text) => void) | null = null;
  unparsedEntity: ((name: string, base: Text, systemId: Text, publicId: Text, notation: Text) => void) | null = null;
  xmlDeclaration: ((version: Text, encoding: Text, standalone: number) => void) | null = null;
  /** false refuses. */
  externalEntity: ((context: Text, base: Text, systemId: Text, publicId: Text) => boolean) | null = null;
  notStandalone: (() => boolean) | null = null;
  skippedEntity: ((name: string, isParameter: boolean) => void) | null = null;
}
