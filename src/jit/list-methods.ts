/** Methods of lists that compiled code calls by themselves, with ints of the safe range for indices. */
import { caught } from '../objspace/exception.ts';
import type { Exit, Value } from '../objspace/object.ts';
import { insertIntoList } from '../objspace/types/list/list-type.ts';
import type { PyList } from '../objspace/types/list/list.ts';
import { STRIDE } from '../util/work.ts';

/** Long lists have their work counted, which may end it. */
export function insertItem(list: PyList, index: number, value: Value): void | Exit {
  return list.storage.length < STRIDE ? insertIntoList(list, index, value) : insertIntoLong(list, index, value);
}

function insertIntoLong(list: PyList, index: number, value: Value): void | Exit {
  try {
    return insertIntoList(list, index, value);
  } catch (thrown) {
    return caught(thrown);
  }
}
