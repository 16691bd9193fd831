import { createHash } from 'node:crypto'
import type { Behaviour } from './behaviour'
import { dotNetDate } from './dates'
import { indexOrder } from './listIndex'
import type { EffectBody, OmsState, SeedOrder, StoredOrder } from './state'
import type { WireOrder, WireReceipt } from './wire'

/** What operations and effects work on. */
export interface World {
  readonly accountName: string
  readonly behaviour: Behaviour
  readonly state: OmsState
  /** Of the call in hand, or of the moment an effect was due. */
  now: number
  /** Hears of each status that an order goes to. */
  readonly moved: (move: StatusMove) => void
  /** Hears of each change of an order's document. */
  readonly changed: (change: DocumentChange) => void
}

/** Something of an order is no longer as it was; its document is the one of this moment. */
export interface DocumentChange {
  readonly order: WireOrder
  /** COURIER: events and delivery of a parcel, and nothing else. */
  readonly what: 'ANYTHING' | 'COURIER'
  /** @unit epoch milliseconds */
  readonly at: number
}

/** An order went from one status to another. */
export interface StatusMove {
  readonly orderId: string
  readonly from: string | null
  readonly to: string | null
  /** @unit epoch milliseconds */
  readonly at: number
  /** When it had changed before, as OMS shows it. */
  readonly lastChange: string
  /** Where the order comes from, and who sells it. */
  readonly origin: string | null
  readonly sellers: readonly string[]
}

/** State as at the start: the seeds, which are its own from then on, indexed long ago. */
export function freshState(seeds: SeedOrder[], seed: number): OmsState {
  const orders: Record<string, StoredOrder> = {}
  for (const { note, order, changes = [] } of seeds) {
    const stored: StoredOrder = {
      note,
      order,
      changes,
      index: [],
      dispatchedDates: {},
      sentDates: {},
      interactions: [],
      lastChangeRequestAt: null,
      flipped: false,
    }
    indexOrder(stored, 0)
    orders[order.orderId] = stored
  }
  return {
    orders,
    pending: [],
    requests: [],
    issued: 0,
    turns: 0,
    dice: seed,
    rate: { minute: 0, calls: 0 },
  }
}

/** Promises an effect; it happens when the clock has passed its time and somebody asks. */
export function schedule(world: World, orderId: string, delayMs: number, effect: EffectBody): void {
  world.state.turns += 1
  world.state.pending.push({
    ...effect,
    orderId,
    dueAt: world.now + delayMs,
    turn: world.state.turns,
  })
}

/** 32 hex digits, different each time, the same in each run. */
export function issueId(world: World): string {
  world.state.issued += 1
  return createHash('sha256')
    .update(`${world.accountName}:${world.state.issued}`)
    .digest('hex')
    .slice(0, 32)
}

/** An id in the dashed form of changes. */
export function issueUuid(world: World): string {
  return issueId(world).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The triple that every write answers with (oms §1.1). */
export function issueReceipt(world: World, orderId: string): WireReceipt {
  return { date: dotNetDate(world.now), orderId, receipt: issueId(world) }
}

/** From `invoice` to `invoiced`, from `cancel` to `canceled`. */
export function settleDelay(behaviour: Behaviour): number {
  return behaviour.readings.settleDelayMs ?? Math.round(behaviour.applyDelayMs / 4)
}

/** Moves an order on: status, lastChange, list index. */
export function touch(
  world: World,
  stored: StoredOrder,
  changes: { status?: string | null; what?: DocumentChange['what'] } = {}
) {
  const { order } = stored
  const { status: from, lastChange } = order
  if (changes.status !== undefined) order.status = changes.status
  order.lastChange = dotNetDate(world.now)
  reindex(world, stored)
  world.changed({ order, what: changes.what ?? 'ANYTHING', at: world.now })
  if (order.status === from) return
  const { orderId, status: to, origin = null, sellers } = order
  const ids = (sellers ?? []).map(({ id }) => id)
  world.moved({ orderId, from, to, lastChange, origin, sellers: ids, at: world.now })
}

/** Tells the index that an order changed, unless the index is asleep (bug). */
export function reindex(world: World, stored: StoredOrder): void {
  if (world.behaviour.bugs['status-in-the-order-list-is-different-from-the-current-order-status']) {
    return
  }
  indexOrder(stored, world.now)
}
