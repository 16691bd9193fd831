import type { Failure } from '../graphql/failure'
import type { ProblemLike } from '../words/problemFacts'
import type { SendAnswer, SendResult } from './answer'
import type { OutcomeObject } from './outcome'
import { sends } from './sends'
import type { SendState } from './sends'
import { createStore, useStore } from './store'

/** What is done to many ticked rows, one after the other. */
export type RunKind = 'handling' | 'delivery'

/** One call of a row. */
export interface RowStep {
  orderId: string
  object: OutcomeObject
  /** What the screens keep beside it, where it stays in the list of sends. */
  about?: Record<string, unknown>
  run: () => Promise<SendResult<SendAnswer>>
}

/** The calls that a row needs: an order's row one to start handling, or one for each invoice to mark it delivered. */
export type StepsOf = (row: string) => RowStep[]

export type RowEnd =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'started' }
  | { kind: 'applying' }
  | { kind: 'already' }
  | {
      kind: 'notStarted'
      problems: ProblemLike[]
      failure: Failure | null
      isUnknown: boolean
      /** Calls of this row that went well before, and how many it has. */
      done: number
      of: number
    }

/** A run over ticked rows, named by order or invoice: outside React, so that it goes on whatever is opened meanwhile. */
export interface RowRun {
  kind: RunKind
  ends: Readonly<Record<string, RowEnd>>
  total: number
  isRunning: boolean
  isStopped: boolean
}

const none: RowRun = {
  kind: 'handling',
  ends: {},
  total: 0,
  isRunning: false,
  isStopped: false,
}

type GoodEnd = 'started' | 'applying' | 'already'

/** Of several calls the row says the least that is true of them: received before done, done before "was so already". */
const together = (ends: readonly GoodEnd[]): GoodEnd =>
  ends.includes('applying') ? 'applying' : ends.includes('started') ? 'started' : 'already'

/**
 * One list's run, one at a time.
 * @param keeps ends that stay in the list of sends; of the others the row alone tells, the header would only repeat it
 */
export function createRun(keeps: readonly SendState[] = ['unknown']) {
  const store = createStore<RowRun>(none)
  const inTheAir = new Set<RowStep>()

  const end = (row: string, rowEnd: RowEnd) => {
    const run = store.get()
    store.set({ ...run, ends: { ...run.ends, [row]: rowEnd } })
  }

  /** A call that does not go well ends the row: what was sent before it is said with it. */
  async function workOn(row: string, steps: readonly RowStep[]) {
    const ends: GoodEnd[] = []
    const fail = (problems: ProblemLike[], failure: Failure | null, isUnknown: boolean) =>
      end(row, {
        kind: 'notStarted',
        problems,
        failure,
        isUnknown,
        done: ends.length,
        of: steps.length,
      })
    if (steps.length === 0) return fail([], null, false)
    for (const step of steps) {
      const { isRunning, isStopped } = store.get()
      if (isRunning && isStopped) return fail([], null, false)
      const sent = sends.start<SendAnswer>(step)
      if (!sent) return fail([], null, false)
      end(row, { kind: 'sending' })
      inTheAir.add(step)
      const { id, answer, failure, state } = await sent
      inTheAir.delete(step)
      if (!keeps.includes(state)) sends.dismiss(id)
      if (state !== 'done' && state !== 'applying')
        return fail(answer ? answer.problems : [], failure, state === 'unknown')
      const wasSo = answer && answer.outcome === 'ALREADY_APPLIED'
      ends.push(wasSo ? 'already' : state === 'done' ? 'started' : 'applying')
    }
    return end(row, { kind: together(ends) })
  }

  function hasSessionEnded(row: string): boolean {
    const rowEnd = store.get().ends[row]
    return (
      rowEnd !== undefined &&
      rowEnd.kind === 'notStarted' &&
      rowEnd.failure !== null &&
      (rowEnd.failure.kind === 'UNAUTHENTICATED' || rowEnd.failure.kind === 'NETWORK')
    )
  }

  const run = {
    get: store.get,

    use: () => useStore(store),

    /** One call after the other. A second run waits for nothing: while one goes, it is refused. */
    async start(kind: RunKind, rows: readonly string[], stepsOf: StepsOf): Promise<void> {
      if (store.get().isRunning || rows.length === 0) return
      const ends: Record<string, RowEnd> = {}
      for (const row of rows) ends[row] = { kind: 'waiting' }
      store.set({ kind, ends, total: rows.length, isRunning: true, isStopped: false })
      for (const row of rows) {
        if (store.get().isStopped) break
        await workOn(row, stepsOf(row))
        if (hasSessionEnded(row)) run.stop()
      }
      const { ends: all, ...over } = store.get()
      const kept = Object.keys(all).filter((row) => all[row].kind !== 'waiting')
      store.set({
        ...over,
        isRunning: false,
        ends: Object.assign({}, ...kept.map((row) => ({ [row]: all[row] }))),
      })
    },

    async retry(row: string, stepsOf: StepsOf): Promise<void> {
      await workOn(row, stepsOf(row))
    },

    /** What is on its way ends; what waits for VTEX to have room waits no longer; nothing new begins. */
    stop() {
      store.set({ ...store.get(), isStopped: true })
      const own = Array.from(inTheAir)
      sends
        .list()
        .filter((send) =>
          own.some(
            ({ orderId, object }) =>
              send.orderId === orderId &&
              send.object.kind === object.kind &&
              send.object.number === object.number
          )
        )
        .forEach(({ id }) => sends.stop(id))
    },

    /** With the next refresh of the rows the ends have done their work. */
    forget() {
      if (!store.get().isRunning) store.set(none)
    },
  }

  return run
}

/** Rows that ended well so far. */
export function startedIds({ ends }: RowRun): string[] {
  return Object.keys(ends).filter((id) =>
    ['started', 'applying', 'already'].includes(ends[id].kind)
  )
}

/** For "Started 12 of 38". */
export const startedCount = (run: RowRun) => startedIds(run).length

/** Rows that were tried and not started, or of which nobody knows yet. */
export const notStartedCount = ({ ends }: RowRun) =>
  Object.keys(ends).filter((id) => ends[id].kind === 'notStarted').length
