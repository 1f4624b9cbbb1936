/**
 * Source positions that differ from those of a node: where CPython underlines a part of it (PEP 657).
 *
 * A chain of method calls over several lines reports each call on the line of its method's name.
 */
import type { Attribute } from '../../syntax/ast.generated.ts';

/** What `unit.at` takes: the four positions, as nodes have them. */
export interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** No position: instructions that belong to no source text. */
export const NOWHERE: Place = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

/**
 * The same place again: an instruction there is marked, if the one before it is at the place, for it begins a run of its own in the table of
 * positions. It takes no time to run, and few bytes.
 */
export function marked({ lineno, col_offset, end_lineno, end_col_offset }: Place): Place {
  return { lineno, col_offset, end_lineno, end_col_offset };
}

/** The beginning of a line, with no width. */
export function linePlace(lineno: number): Place {
  return { lineno, col_offset: 0, end_lineno: lineno, end_col_offset: 0 };
}

/** A line of which nothing is underlined. */
export function wholeLine(lineno: number): Place {
  return { lineno, col_offset: -1, end_lineno: lineno, end_col_offset: -1 };
}

/** The place of an access to an attribute: the whole expression, or the name alone if that is on a later line. */
export function attributePlace(node: Attribute): Place {
  return node.lineno === node.end_lineno ? node : nameOnLaterLine(node, node);
}

/** The place of the call of a method: as `attributePlace` for the name, up to the end of the call. */
export function methodCallPlace(call: Place, method: Attribute): Place {
  return call.lineno === method.end_lineno ? call : nameOnLaterLine(call, method);
}

function nameOnLaterLine(place: Place, { attr, end_lineno, end_col_offset }: Attribute): Place {
  const start = end_col_offset - codePointCount(attr);
  // Only a tree made by a program can have a name longer than its column: then there is no column to tell.
  return {
    lineno: end_lineno,
    col_offset: start < 0 ? -1 : start,
    end_lineno: place.end_lineno,
    end_col_offset: start < 0 ? -1 : place.end_col_offset,
  };
}

function codePointCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
