import { Failure } from '../../shared/graphql/failure'
import { SendResult, sends } from '../../shared/sending/sends'
import { createStore, useStore } from '../../shared/sending/store'
import { ProblemLike } from '../../shared/words/problemFacts'
import { StartHandlingFromQueueMutation } from '../../shared/graphql/generated'

export type HandlingAnswer = StartHandlingFromQueueMutation['startHandling']
export type StartOne = (orderId: string) => Promise<SendResult<HandlingAnswer>>

export type RowEnd =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'started' }
  | { kind: 'applying' }
  | { kind: 'already' }
  | { kind: 'notStarted'; problems: ProblemLike[]; failure: Failure | null; isUnknown: boolean }

/** A run of start handling over ticked rows: outside React, so that it goes on while an order is opened. */
export interface HandlingRun {
  ends: Readonly<Record<string, RowEnd>>
  total: number
  isRunning: boolean
  isStopped: boolean
}

const none: HandlingRun = { ends: {}, total: 0, isRunning: false, isStopped: false }
const store = createStore<HandlingRun>(none)

const end = (orderId: string, rowEnd: RowEnd) => {
  const run = store.get()
  store.set({ ...run, ends: { ...run.ends, [orderId]: rowEnd } })
}

async function startOne(orderId: string, start: StartOne) {
  const sent = sends.start<HandlingAnswer>({
    orderId,
    object: { kind: 'handling', number: orderId },
    run: () => start(orderId),
  })
  if (!sent) return
  end(orderId, { kind: 'sending' })
  const { id, answer, failure, state } = await sent
  if (answer && answer.outcome === 'ALREADY_APPLIED') end(orderId, { kind: 'already' })
  else if (state === 'done') end(orderId, { kind: 'started' })
  else if (state === 'applying') end(orderId, { kind: 'applying' })
  else
    end(orderId, {
      kind: 'notStarted',
      problems: answer ? answer.problems : [],
      failure,
      isUnknown: state === 'unknown',
    })
  // The row says it; the header would only repeat it.
  if (state !== 'unknown') sends.dismiss(id)
}

export const handlingRun = {
  get: store.get,

  /** One call after the other. A second run waits for nothing: while one goes, it is refused. */
  async start(orderIds: string[], start: StartOne): Promise<void> {
    if (store.get().isRunning || orderIds.length === 0) return
    const ends: Record<string, RowEnd> = {}
    for (const orderId of orderIds) ends[orderId] = { kind: 'waiting' }
    store.set({ ends, total: orderIds.length, isRunning: true, isStopped: false })
    for (const orderId of orderIds) {
      if (store.get().isStopped) break
      await startOne(orderId, start)
      if (hasSessionEnded(orderId)) handlingRun.stop()
    }
    const { ends: all, ...run } = store.get()
    const kept = Object.keys(all).filter((orderId) => all[orderId].kind !== 'waiting')
    store.set({
      ...run,
      isRunning: false,
      ends: Object.assign({}, ...kept.map((id) => ({ [id]: all[id] }))),
    })
  },

  async retry(orderId: string, start: StartOne): Promise<void> {
    await startOne(orderId, start)
  },

  /** What is on its way ends; what waits for VTEX to have room waits no longer; nothing new begins. */
  stop() {
    const { ends } = store.get()
    store.set({ ...store.get(), isStopped: true })
    sends
      .list()
      .filter(({ orderId, object }) => object.kind === 'handling' && orderId in ends)
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

export const useHandlingRun = () => useStore(store)

/** Orders that ended well so far. */
export function startedIds({ ends }: HandlingRun): string[] {
  return Object.keys(ends).filter((id) =>
    ['started', 'applying', 'already'].includes(ends[id].kind)
  )
}

/** For "Started 12 of 38". */
export const startedCount = (run: HandlingRun) => startedIds(run).length

/** Orders that were tried and not started, or of which nobody knows yet. */
export const notStartedCount = ({ ends }: HandlingRun) =>
  Object.keys(ends).filter((id) => ends[id].kind === 'notStarted').length
