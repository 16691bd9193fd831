/** What a call of a port may meet instead of an answer at once. */
export interface Way<T> {
  readonly name: string
  /** One of the few things that go wrong in a run; the search counts them. */
  readonly isAnomaly: boolean
  /** The effect comes so long after the call. */
  readonly afterMs?: number
  /** The answer comes so long after the call; absent: together with the effect. */
  readonly answerMs?: number
  /** Nothing happens on the other side. */
  readonly hasNoEffect?: true
  /** What the caller gets instead of the value. */
  readonly fails?: () => Error
  readonly answers?: () => T
  /** The caller's replica dies with the call on its way. */
  readonly dies?: true
}

/** One call of a port: the only points where callers can be overtaken. */
export interface Operation<T = unknown> {
  readonly caller: string
  /** In words, for the schedule. */
  readonly label: string
  /** What it touches: calls of different resources commute, and so do two that only read. */
  readonly resource: string
  readonly writes: boolean
  readonly effect: () => T | Promise<T>
  readonly ways: readonly Way<T>[]
}

/** Something that can happen next. */
export interface Transition {
  /** The same in every run that made the same choices before. */
  readonly key: string
  readonly caller: string
  readonly resource: string
  readonly writes: boolean
  readonly isAnomaly: boolean
  /** True where an older call is overtaken. */
  readonly isSwap: boolean
}

/**
 * The ways as a caller meets them that waits for `withinMs` at most: what would be answered later times out, and its effect
 * comes when it comes.
 */
export function cutAt<T>(
  ways: readonly Way<T>[],
  withinMs: number,
  fails: () => Error
): readonly Way<T>[] {
  return ways.map((way) => {
    const { afterMs = 0, answerMs = 0 } = way
    const hasOwnAnswer = way.hasNoEffect === true || way.fails !== undefined
    const answered = hasOwnAnswer ? answerMs : afterMs + answerMs
    return answered > withinMs && !way.dies ? { ...way, fails, answerMs: withinMs } : way
  })
}

export const AT_ONCE = { name: '', isAnomaly: false } as const

/** True where either order leads to the same state: both orders need not be tried. */
export function areIndependent(a: Transition, b: Transition): boolean {
  return a.caller !== b.caller && !(doMeet(a.resource, b.resource) && (a.writes || b.writes))
}

/** A folder's listing meets every file in it. */
function doMeet(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/** Picks what happens next. Null: this run has nothing new to show. */
export interface Chooser {
  pick(enabled: readonly Transition[]): Transition | null
}

/** Everything in the order in which it was asked for, and nothing goes wrong. */
export const CALM: Chooser = { pick: ([first]) => first }
