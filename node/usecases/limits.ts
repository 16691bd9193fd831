// How long a call may wait, all under the runtime's 30 s a request (design §2.7).

/** For another writer of the same order. */
export const CLAIM_WAIT_MS = 10_000
/** How often a write is decided anew because its order's journal was written meanwhile. */
export const MOST_DECISIONS = 4
/** For OMS to show what it accepted (design §2.1). */
export const READ_BACK_MS = 8_000
/** Of the runtime's 30 s: whatever a call is waiting for, by then it answers. */
export const ANSWER_BY_MS = 26_000
/**
 * The same for one row of a batch: what a delivery begins in its last moment ends within the runtime's 30 s too. Shorter
 * than a single write and its record may take, so that none whose answer was not waited for is taken for one that ended;
 * longer than a second look and a send, so that what left no trace is sent again in a batch too.
 */
export const ROW_MS = 17_500
/**
 * What a row waits for one answer of OMS, 5 s at most: a batch ends no sooner than its last row. What is answered
 * later is looked for as what was not answered.
 */
export const LONGEST_OF_OMS_IN_A_ROW_MS = 4_000
/**
 * How long a row looks for an invoice that OMS answered by a failure: mostly it was not taken, and the pass ends no sooner
 * than its last row. It is looked at once more before the batch ends.
 */
export const LONGEST_LOOK_IN_A_ROW_MS = 3_000
/** How often that moment is written before VBase is too slow to go on. */
export const MOST_WRITINGS = 3
/** What has to be left of that when a write to OMS begins: its answer, the reading back and the record have to fit in. */
export const LEFT_FOR_SEND_MS = 11_000
/** For writing down how it ended, which comes last. */
export const RECORD_MS = 3_000
/** How long a claim that was read again counts as read right before the POST. */
export const CONFIRMED_FOR_MS = 2_000
/** Between the two reads that let an unanswered intent be given up (design §2.1). */
export const SECOND_LOOK_MS = 5_000
/** For a note on the order's timeline: it must not hold the answer back. */
export const NOTE_WAIT_MS = 3_000
/** A pause that OMS asks for with a 429 is kept up to here; beyond it the caller is told instead. */
export const LONGEST_PAUSE_MS = 3_000

/** Pauses between reads: the first read is at once, later ones further apart. */
export const READ_PAUSES_MS = [250, 500, 1_000, 1_500, 2_000] as const

/** OMS reads of one page of rows at the same time: a page of 25 is one round (design §6). */
export const ROWS_AT_ONCE = 25

/** Rows of a page that OMS is asked for changes of, and how long the page waits for that. */
export const CHANGE_READS_A_PAGE = 10
export const ROW_CHANGES_WAIT_MS = 1_500
