/** Tasks as data, and the lists of those that are not done. */
import type { Value } from '../../objspace/object.ts';
import { PyFuture } from './future.ts';

export class PyTask extends PyFuture {
  /** Null before `__init__`, and after an eager task is done. */
  coroutine: Value;
  context: Value;
  /** A number stands for `Task-N`; null before `__init__`. */
  name: Value;
  /** What it waits for. */
  waiter: Value;
  /** The tasks of its loop that it is one of, and its neighbours there; null while it is in none. */
  list: TaskList | null;
  before: PyTask | null;
  after: PyTask | null;

  constructor() {
    super();
    this.coroutine = null;
    this.context = null;
    this.name = null;
    this.waiter = null;
    this.logsDestroyPending = true;
    this.list = null;
    this.before = null;
    this.after = null;
  }
}

/** Tasks, linked to each other: a set of the host would take longer than all the rest of registering a task, and more room. */
export class TaskList {
  private first: PyTask | null;

  constructor() {
    this.first = null;
  }

  add(task: PyTask): void {
    if (task.list !== null) return;
    const { first } = this;
    if (first !== null) first.before = task;
    task.list = this;
    task.after = first;
    this.first = task;
  }

  *[Symbol.iterator](): Generator<PyTask> {
    for (let task = this.first; task !== null; task = task.after) yield task;
  }

  /** Removes the task from the list that it is in. */
  static remove(task: PyTask): void {
    const { list, before, after } = task;
    if (list === null) return;
    if (before === null) list.first = after;
    else before.after = after;
    if (after !== null) after.before = before;
    task.list = null;
    task.before = null;
    task.after = null;
  }
}
