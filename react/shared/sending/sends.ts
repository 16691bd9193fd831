import type { SendAnswer, SendResult } from './answer'
import { Outcome } from '../graphql/generated'
import { OutcomeObject } from './outcome'
import { createStore, useStore } from './store'
import { Failure } from '../graphql/failure'
import { nextTurn } from '../graphql/turns'
import { factOf } from '../words/problemFacts'
import { isUnanswered, LONGEST_LOCK_MS, lockOf } from './unanswered'
import { askedPause, LONGEST_PAUSE, MOST_TRIES, OFFLINE_PAUSE } from './pace'

export type { SendAnswer, SendResult } from './answer'

export type SendState =
  | 'sending'
  /** VTEX takes too many calls: it goes out again by itself at `waitsUntil`. */
  | 'waiting'
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
  /** When VTEX may have got it: between start and end, as the answer says where it does. */
  sentAt: number
  /** Until then nothing goes out in its place, should nobody know how it ended. */
  retryAt: number
  /** Calls made so far; more than one where VTEX asked to wait. */
  tries: number
  waitsUntil: number | null
  /** The person stopped the waiting. */
  isStopped?: boolean
  answer: A | null
  /** When the call ended; 0 before that. */
  turn: number
  /** Set where the call itself failed: no answer of the contract came back. */
  failure: Failure | null
  /** Whatever the screen wants to show of it meanwhile, for example units and value. */
  about: Record<string, unknown>
}

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

/** What waits for its next try, by id: ends the waiting, to go on or not. */
const waits = new Map<string, (goesOn: boolean) => void>()

function wait(id: string, seconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (goesOn: boolean) => {
      clearTimeout(timer)
      waits.delete(id)
      resolve(goesOn)
    }
    const timer = setTimeout(end, seconds * 1000, true)

    waits.set(id, end)
  })
}

/** In the air, or about to be again: nothing else goes out for its order. */
export function isUnderWay({ state }: Pick<Send, 'state'>): boolean {
  return state === 'sending' || state === 'waiting'
}

/** VTEX has it, whether it shows it already or not. */
export function hasGoneWell({ state }: Pick<Send, 'state'>): boolean {
  return state === 'done' || state === 'applying'
}

function isSame(one: OutcomeObject, other: OutcomeObject): boolean {
  return one.kind === other.kind && one.number === other.number
}

/** What keeps a send of an object from starting: another one of the same order. */
function isInTheWay(send: Send, orderId: string, object: OutcomeObject): boolean {
  return send.orderId === orderId && isUnderWay(send) && !isSame(send.object, object)
}

export const sends = {
  list: store.get,

  /** True while something else of the order is in the air. */
  isBusyBeside(orderId: string, object: OutcomeObject): boolean {
    return store.get().some((send) => isInTheWay(send, orderId, object))
  },

  ofOrder(orderId: string): Send[] {
    return store.get().filter((send) => send.orderId === orderId)
  },

  isSending(orderId: string): boolean {
    return store.get().some((send) => send.orderId === orderId && isUnderWay(send))
  },

  /**
   * Starts one call. Null where one is under way on this order: the lock is taken in the same tick as the first press, so a
   * double click and a held Enter send once. Earlier ends of the same object leave the list, and good ends of long ago.
   * Where VTEX has no room for it the same call goes out again by itself, whatever is on the screen meanwhile.
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
    const startedAt = Date.now()
    const fresh: Send<A> = {
      id,
      orderId,
      object,
      state: 'sending',
      startedAt,
      sentAt: startedAt,
      retryAt: startedAt + LONGEST_LOCK_MS,
      tries: 1,
      waitsUntil: null,
      answer: null,
      turn: 0,
      failure: null,
      about: about || {},
    }
    const others = store
      .get()
      .filter((send) => send.orderId !== orderId || !isSame(send.object, object))
    store.set([...withoutOld(others), fresh])
    const settle = (patch: Partial<Send<A>>): Send<A> => {
      const ended = { ...patch, waitsUntil: null, turn: nextTurn() }
      change(id, ended)
      return { ...fresh, ...ended }
    }
    const pause = async (seconds: number): Promise<boolean> => {
      change(id, { state: 'waiting', waitsUntil: Date.now() + seconds * 1000 })
      const goesOn = await wait(id, seconds)
      return goesOn && navigator.onLine === false ? pause(OFFLINE_PAUSE) : goesOn
    }
    const attempt = async (tries: number): Promise<Send<A>> => {
      const began = Date.now()
      change(id, { state: 'sending', tries, sentAt: began, waitsUntil: null })
      let result: SendResult<A>
      try {
        result = await run()
      } catch (thrown) {
        result = { ok: false, failure: { kind: 'NETWORK' } }
      }
      const asked = askedPause(result)
      if (asked !== null && asked <= LONGEST_PAUSE && tries < MOST_TRIES) {
        if (await pause(asked)) return attempt(tries + 1)
        return settle({ ...endOf(result), tries, isStopped: true })
      }
      return settle({ ...endOf(result), tries, ...sendingOf(result, began) })
    }
    return attempt(1)
  },

  /** Ends the waiting for a next try: it is not sent. */
  stop(id: string) {
    const end = waits.get(id)
    if (end) end(false)
  },

  /** A later look settled it: VTEX shows it, or nothing arrived. */
  settle(id: string, state: SendState) {
    change(id, { state })
  },

  dismiss(id: string) {
    store.set(store.get().filter((send) => send.id !== id))
  },
}

/** Each holds the document that was sent and the order that was answered: a day's work would fill the browser's memory. */
const GOOD_ENDS_KEPT = 20

function withoutOld(list: readonly Send[]): Send[] {
  const old = list.filter(hasGoneWell).slice(0, -GOOD_ENDS_KEPT)

  return list.filter((send) => !old.includes(send))
}

function endOf<A extends SendAnswer>(result: SendResult<A>) {
  return result.ok
    ? { answer: result.answer, state: stateOf[result.answer.outcome] || ('unknown' as const) }
    : { failure: result.failure, state: endOfFailure(result.failure) }
}

/** The service's clock is believed as far as it fits between this call's start and its end; how long it waits always. */
function sendingOf(
  result: SendResult<SendAnswer>,
  began: number
): Pick<Send, 'sentAt' | 'retryAt'> {
  const unknown = result.ok ? result.answer.problems.find(isUnanswered) : undefined
  const said = unknown ? Date.parse(factOf(unknown, 'sentAt') || '') : NaN
  const sentAt = Number.isNaN(said) ? began : Math.min(Math.max(said, began), Date.now())

  return { sentAt, retryAt: sentAt + lockOf(unknown) }
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

export const useIsBusyBeside = (orderId: string, object: OutcomeObject): boolean =>
  useSends().some((send) => isInTheWay(send, orderId, object))

/** For the header: what is in the air, and what waits for a person. */
export function countSends(list: readonly Send[]): { sending: number; needYou: number } {
  return {
    sending: list.filter(isUnderWay).length,
    needYou: list.filter(
      ({ state }) => state === 'refused' || state === 'failed' || state === 'unknown'
    ).length,
  }
}

/** The browser's leave warning, only while a send is in the air. */
export function warnsOnLeave(): boolean {
  return store.get().some(isUnderWay)
}
