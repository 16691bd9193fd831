import { Failure } from '../../shared/graphql/failure'
import { SendAnswer, SendResult } from '../../shared/sending/answer'
import { OutcomeObject } from '../../shared/sending/outcome'
import { sends } from '../../shared/sending/sends'
import { createStore, useStore } from '../../shared/sending/store'
import { ProblemLike } from '../../shared/words/problemFacts'

/** What is done to many ticked orders, one after the other. */
export type RunKind = 'handling' | 'delivery'

/** One call of a row. */
export interface RowStep {
  object: OutcomeObject
  run: () => Promise<SendResult<SendAnswer>>
}

/** The calls that an order needs: one to start handling, one for each of its invoices to mark it delivered. */
export type StepsOf = (orderId: string) => RowStep[]

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

/** A run over ticked rows: outside React, so that it goes on while an order is opened. */
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
const store = createStore<RowRun>(none)

const end = (orderId: string, rowEnd: RowEnd) => {
  const run = store.get()
  store.set({ ...run, ends: { ...run.ends, [orderId]: rowEnd } })
}

type GoodEnd = 'started' | 'applying' | 'already'

/** Of several calls the row says the least that is true of them: received before done, done before "was so already". */
const together = (ends: readonly GoodEnd[]): GoodEnd =>
  ends.includes('applying') ? 'applying' : ends.includes('started') ? 'started' : 'already'

/** A call that does not go well ends the row: what was sent before it is said with it. */
async function workOn(orderId: string, steps: readonly RowStep[]) {
  const ends: GoodEnd[] = []
  const fail = (problems: ProblemLike[], failure: Failure | null, isUnknown: boolean) =>
    end(orderId, {
      kind: 'notStarted',
      problems,
      failure,
      isUnknown,
      done: ends.length,
      of: steps.length,
    })
  if (steps.length === 0) return fail([], null, false)
  for (const { object, run } of steps) {
    const { isRunning, isStopped } = store.get()
    if (isRunning && isStopped) return fail([], null, false)
    const sent = sends.start<SendAnswer>({ orderId, object, run })
    if (!sent) return fail([], null, false)
    end(orderId, { kind: 'sending' })
    const { id, answer, failure, state } = await sent
    // The row says it; the header would only repeat it.
    if (state !== 'unknown') sends.dismiss(id)
    if (state !== 'done' && state !== 'applying')
      return fail(answer ? answer.problems : [], failure, state === 'unknown')
    const wasSo = answer && answer.outcome === 'ALREADY_APPLIED'
    ends.push(wasSo ? 'already' : state === 'done' ? 'started' : 'applying')
  }
  return end(orderId, { kind: together(ends) })
}

export const rowRun = {
  get: store.get,

  /** One call after the other. A second run waits for nothing: while one goes, it is refused. */
  async start(kind: RunKind, orderIds: string[], stepsOf: StepsOf): Promise<void> {
    if (store.get().isRunning || orderIds.length === 0) return
    const ends: Record<string, RowEnd> = {}
    for (const orderId of orderIds) ends[orderId] = { kind: 'waiting' }
    store.set({ kind, ends, total: orderIds.length, isRunning: true, isStopped: false })
    for (const orderId of orderIds) {
      if (store.get().isStopped) break
      await workOn(orderId, stepsOf(orderId))
      if (hasSessionEnded(orderId)) rowRun.stop()
    }
    const { ends: all, ...run } = store.get()
    const kept = Object.keys(all).filter((orderId) => all[orderId].kind !== 'waiting')
    store.set({
      ...run,
      isRunning: false,
      ends: Object.assign({}, ...kept.map((id) => ({ [id]: all[id] }))),
    })
  },

  async retry(orderId: string, stepsOf: StepsOf): Promise<void> {
    await workOn(orderId, stepsOf(orderId))
  },

  /** What is on its way ends; what waits for VTEX to have room waits no longer; nothing new begins. */
  stop() {
    const { ends, kind } = store.get()
    store.set({ ...store.get(), isStopped: true })
    sends
      .list()
      .filter(({ orderId, object }) => object.kind === kind && orderId in ends)
      .forEach(({ id }) => sends.stop(id))
  },

  /** With the next refresh of the rows the ends have done their work. */
  forget() {
    if (!store.get().isRunning) store.set(none)
  },
}

function hasSessionEnded(orderId: string): boolean {
  const rowEnd = store.get().ends[orderId]
  return (
    rowEnd !== undefined &&
    rowEnd.kind === 'notStarted' &&
    rowEnd.failure !== null &&
    (rowEnd.failure.kind === 'UNAUTHENTICATED' || rowEnd.failure.kind === 'NETWORK')
  )
}

export const useRowRun = () => useStore(store)

/** Orders that ended well so far. */
export function startedIds({ ends }: RowRun): string[] {
  return Object.keys(ends).filter((id) =>
    ['started', 'applying', 'already'].includes(ends[id].kind)
  )
}

/** For "Started 12 of 38". */
export const startedCount = (run: RowRun) => startedIds(run).length

/** Orders that were tried and not started, or of which nobody knows yet. */
export const notStartedCount = ({ ends }: RowRun) =>
  Object.keys(ends).filter((id) => ends[id].kind === 'notStarted').length
