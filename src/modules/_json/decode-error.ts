/** `json.decoder.JSONDecodeError`, which is written in Python. */
import { PyBaseException, raiseObject } from '../../objspace/exception.ts';
import { EXIT, type Exit, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { imported } from '../../objspace/types/imported.ts';
import { indexAt, type Text } from '../../objspace/types/str/text.ts';

/** Raises the error at an offset of the document; -1 is a place before it. */
export function raiseDecodeError(message: string, document: Text, offset: number): Exit {
  const type = imported('json.decoder', 'JSONDecodeError');
  if (type === EXIT) return EXIT;
  const index = offset < 0 ? offset : indexAt(document, offset);
  const exception = call(type as Value, [message, document, index]);
  return exception instanceof PyBaseException ? raiseObject(exception) : EXIT;
}
