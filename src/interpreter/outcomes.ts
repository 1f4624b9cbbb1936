/** What executing an instruction answers: the pc that follows, or one of these. */

/** An exception is in flight, raised at `state.frame.pc`. */
export const RAISED = -1;
/** An exception is in flight again: its traceback has this frame already. */
export const RERAISED = -2;
/** `state.frame` runs from now on, at its pc: a frame was pushed or left. */
export const SWITCHED = -3;
/** The frame that host code entered is left, with its result in `state.result`. */
export const FINISHED = -4;
