import { Outcome } from '../graphql/generated'
import { OutcomeObject } from './outcome'
import { createStore, useStore } from './store'
import { Failure } from '../graphql/failure'
import { ProblemLike } from '../words/problemFacts'

/** What a mutation of the contract answers, as far as every screen needs it. */
export interface SendAnswer {
  outcome: Outcome
  problems: ProblemLike[]
}

export type SendState =
  | 'sending'
  /** VTEX took it and does not show it yet. */
  | 'applying'
  /** VTEX shows it, or had it already. */
  | 'done'
  | 'refused'
  | 'failed'
  | 'unknown'

export interface Send<A extends SendAnswer = SendAnswer> {
  id: string
  orderId: string
  object: OutcomeObject
  state: SendState
  startedAt: number
  answer: A | null
  /** Set where the call itself failed: no answer of the contract came back. */
  failure: Failure | null
  /** Whatever the screen wants to show of it meanwhile, for example units and value. */
  about: Record<string, unknown>
}

export type SendResult<A> = { ok: true; answer: A } | { ok: false; failure: Failure }

const store = createStore<ReadonlyArray<Send>>([])
let count = 0

const stateOf: Record<Outcome, SendState> = {
  APPLIED: 'done',
  ALREADY_APPLIED: 'done',
  ACCEPTED: 'applying',
  REFUSED: 'refused',
  FAILED: 'failed',
  UNKNOWN: 'unknown',
}

function change(id: string, patch: Partial<Send>) {
  store.set(store.get().map((send) => (send.id === id ? { ...send, ...patch } : send)))
}

export interface SendRequest<A extends SendAnswer> {
  orderId: string
  object: OutcomeObject
  about?: Record<string, unknown>
  run: () => Promise<SendResult<A>>
}

export const sends = {
  list: store.get,

  ofOrder(orderId: string): Send[] {
    return store.get().filter((send) => send.orderId === orderId)
  },

  isSending(orderId: string): boolean {
    return store.get().some((send) => send.orderId === orderId && send.state === 'sending')
  },

  /**
   * Starts one call. Null where one is under way on this order: the lock is taken in the same tick as the first press, so a
   * double click and a held Enter send once. Earlier ends of the same object leave the list.
   */
  start<A extends SendAnswer>({
    orderId,
    object,
    about,
    run,
  }: SendRequest<A>): Promise<Send<A>> | null {
    if (sends.isSending(orderId)) return null
    count += 1
    const id = `send-${count}`
    const fresh: Send<A> = {
      id,
      orderId,
      object,
      state: 'sending',
      startedAt: Date.now(),
      answer: null,
      failure: null,
      about: about || {},
    }
    const isSame = (send: Send) =>
      send.orderId === orderId &&
      send.object.kind === object.kind &&
      send.object.number === object.number
    store.set([...store.get().filter((send) => !isSame(send)), fresh])
    const settle = (patch: Partial<Send<A>>): Send<A> => {
      change(id, patch)
      return { ...fresh, ...patch }
    }
    return run().then(
      (result) =>
        result.ok
          ? settle({ answer: result.answer, state: stateOf[result.answer.outcome] || 'unknown' })
          : settle({ failure: result.failure, state: endOfFailure(result.failure) }),
      () => settle({ failure: { kind: 'NETWORK' }, state: 'unknown' })
    )
  },

  /** A later look settled it: VTEX shows it, or nothing arrived. */
  settle(id: string, state: SendState) {
    change(id, { state })
  },

  dismiss(id: string) {
    store.set(store.get().filter((send) => send.id !== id))
  },
}

/** Without session or right nothing was sent. A broken connection or a fault of ours says nothing about what VTEX has. */
function endOfFailure(failure: Failure): SendState {
  return failure.kind === 'UNAUTHENTICATED' ||
    failure.kind === 'FORBIDDEN' ||
    failure.kind === 'REFUSED'
    ? 'failed'
    : 'unknown'
}

export const useSends = () => useStore(store)

/** For the header: what is in the air, and what waits for a person. */
export function countSends(list: readonly Send[]): { sending: number; needYou: number } {
  return {
    sending: list.filter(({ state }) => state === 'sending').length,
    needYou: list.filter(
      ({ state }) => state === 'refused' || state === 'failed' || state === 'unknown'
    ).length,
  }
}

/** The browser's leave warning, only while a send is in the air. */
export function warnsOnLeave(): boolean {
  return store.get().some(({ state }) => state === 'sending')
}
