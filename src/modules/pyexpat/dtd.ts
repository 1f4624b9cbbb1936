/** What a document type declares: entities, notations, types and defaults of attributes. */

export interface Entity {
  readonly name: string;
  /** Replacement text; `undefined` of an external entity. */
  readonly text: string | undefined;
  readonly base: string | null;
  readonly systemId: string | null;
  readonly publicId: string | null;
  /** Of an unparsed entity. */
  readonly notation: string | null;
  /** Declared in the document itself, not in an external subset or parameter entity. */
  readonly isInternal: boolean;
  /** While it is being expanded. */
  isOpen: boolean;
}

export interface AttributeDeclaration {
  readonly name: string;
  readonly isCdata: boolean;
  /** The default value; `undefined` without one. */
  readonly value: string | undefined;
}

/** Types of content of an element, as the module `pyexpat.model` numbers them. */
export interface Model {
  type: number;
  quantifier: number;
  readonly name: string | null;
  readonly children: Model[];
}

export class DocumentType {
  readonly general: Map<string, Entity> = new Map();
  readonly parameter: Map<string, Entity> = new Map();
  /** Attributes by element, in the order of their declarations. */
  readonly attributes: Map<string, Map<string, AttributeDeclaration>> = new Map();
  /** Whether there is something that declares entities and is perhaps not read. */
  hasParameterReferences = false;
  isStandalone = false;
  /** After a parameter entity that was not read, declarations count no more. */
  keepsProcessing = true;
  parameterEntityParsing = 0;
  /** Whether a parser was made for the external entity that a handler was last told about. */
  wasRead = false;
}
