import { mergeBehaviour, standardBehaviour, type Behaviour } from './behaviour'
import { advance } from './effects'
import { createFace } from './face'
import type { OmsState, SeedOrder } from './state'
import type { OmsAnswer, OmsRequest, RecordedRequest } from './types'
import type { WireOrder } from './wire'
import { freshState, type DocumentChange, type StatusMove, type World } from './world'

export type { Behaviour, Fault, FaultKind } from './behaviour'
export type { ChangeV2, SeedOrder } from './state'
export type { DocumentChange, StatusMove } from './world'
export type * from './types'
export type * from './wire'
export { READINGS } from './readings'
export { BUGS } from './bugs'

export interface OmsDouble {
  handle(request: OmsRequest): Promise<OmsAnswer>
  behaviour(): Behaviour
  setBehaviour(patch: unknown): { ok: true } | { ok: false; message: string }
  /** Lets held calls go on; how many there were. */
  release(): number
  requests(): RecordedRequest[]
  orders(): Array<{ orderId: string; note: string }>
  /** One order as it is stored now, past faults and limits of the face; null where there is none. */
  stored(orderId: string): WireOrder | null
  /** Puts one more order in, until the next reset. */
  add(seed: SeedOrder): void
  /** When the next effect is due; null: nothing is promised. @unit epoch milliseconds */
  nextDue(): number | null
  /** Lets happen what is due, as any call does. */
  catchUp(): void
  /** Data as at the start, behaviour at its defaults, requests forgotten; held calls are cut off. */
  reset(): void
  /** JSON of everything but calls in flight. */
  dump(): unknown
  /** @errors throws where the state is none that `dump` made */
  load(state: unknown): void
}

export interface OmsDoubleOptions {
  /** Epoch milliseconds; may jump. */
  now: () => number
  accountName: string
  /** Orders to start with, made anew at every reset: the double changes them. */
  seedOrders: () => SeedOrder[]
  /** Hears of each status that an order goes to, when that happens: where nobody asks, at the next call. */
  moved?: (move: StatusMove) => void
  /** Hears of each change of an order's document in the same way; what it is given is the double's own, to be copied. */
  changed?: (change: DocumentChange) => void
}

/** OMS, as far as the README beside this file says (oms §11). */
export function createOmsDouble(options: OmsDoubleOptions): OmsDouble {
  let behaviour = standardBehaviour()
  let state: OmsState = freshState(options.seedOrders(), behaviour.seed)
  const world = (): World => ({
    accountName: options.accountName,
    behaviour,
    state,
    now: options.now(),
    moved: options.moved ?? (() => undefined),
    changed: options.changed ?? (() => undefined),
  })
  const current = (): World => {
    const here = world()
    advance(here, here.now)
    return here
  }
  const face = createFace(current)
  return {
    handle: face.handle,
    behaviour: () => structuredClone(behaviour),
    setBehaviour(patch) {
      const merged = mergeBehaviour(behaviour, patch)
      if (!merged.ok) return merged
      // What is due happened under the old behaviour.
      current()
      if (Object.hasOwn(patch as object, 'seed')) state.dice = merged.behaviour.seed
      behaviour = merged.behaviour
      return { ok: true }
    },
    release: face.release,
    requests: () => structuredClone(state.requests),
    orders: () =>
      Object.values(state.orders).map(({ order, note }) => ({ orderId: order.orderId, note })),
    stored: (orderId) => structuredClone(current().state.orders[orderId]?.order ?? null),
    add: (seed) => void Object.assign(state.orders, freshState([structuredClone(seed)], 0).orders),
    nextDue: () =>
      state.pending.length > 0 ? Math.min(...state.pending.map(({ dueAt }) => dueAt)) : null,
    catchUp: () => void current(),
    reset() {
      face.cutOff()
      behaviour = standardBehaviour()
      state = freshState(options.seedOrders(), behaviour.seed)
    },
    dump: () => structuredClone({ version: STATE_VERSION, behaviour, state }),
    load(dumped) {
      const { version, ...rest } = dumped as {
        version: number
        behaviour: Behaviour
        state: OmsState
      }
      if (version !== STATE_VERSION) {
        throw new Error(`OMS state of version ${version}; this double reads ${STATE_VERSION}`)
      }
      face.cutOff()
      state = structuredClone(rest.state)
      behaviour = withNewcomers(structuredClone(rest.behaviour))
    },
  }
}

/** A dump can be older than a reading or a bug: those stand at their defaults. */
function withNewcomers(dumped: Behaviour): Behaviour {
  const standard = standardBehaviour()
  return {
    ...standard,
    ...dumped,
    readings: { ...standard.readings, ...dumped.readings },
    bugs: { ...standard.bugs, ...dumped.bugs },
  }
}

/** Counts up whenever a dumped state of before could not be read any more. */
const STATE_VERSION = 1
