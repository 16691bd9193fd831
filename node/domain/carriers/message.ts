import { createHash } from 'node:crypto'
import type { ParcelReport } from '../parcel/parcelReport'
import type { Problem } from '../problem/problem'
import { namesOfReport } from './names'

/** Never change: what lies in a lane would be looked for in another one. */
export const LANES = 16

const DAY_MS = 24 * 60 * 60 * 1000
/** How long a message waits for an invoice that nobody has seen. */
export const WAITING_MS = 7 * DAY_MS
/** How long what came of a message is kept, with its body as far as it names nobody. */
export const KEPT_MS = 3 * DAY_MS

export type MessageResult =
  'WRITTEN' | 'NOTHING_NEW' | 'WAITING_FOR_INVOICE' | 'REFUSED' | 'FAILED' | 'PENDING'

/** What a sender posted, as far as it is still to be worked off. */
export interface CarrierMessage {
  readonly id: string
  readonly connector: string
  /** When it came in. @unit epoch milliseconds */
  readonly at: number
  /** Those that are not through. */
  readonly parcels: readonly ParcelReport[]
  /** How many it named. */
  readonly count: number
  /** The first that its decoder told. */
  readonly problem: Problem | null
  /** Codes in it that nobody has read; left out: none. */
  readonly unknownCodes?: readonly string[]
  /** What came of the parcels that are through. */
  readonly through: Through
  /** Nothing of it reaches OMS. */
  readonly isTest: boolean
  /** OMS gave no clear answer: until then nobody sends again. @unit epoch milliseconds */
  readonly notBefore: number | null
  /** The body as far as it names nobody; null where that was longer ago. */
  readonly body: unknown
}

export interface Through {
  readonly orderIds: readonly string[]
  readonly isWritten: boolean
  readonly problem: Problem | null
  readonly result: 'REFUSED' | 'FAILED' | null
}

export const NOTHING_THROUGH: Through = {
  orderIds: [],
  isWritten: false,
  problem: null,
  result: null,
}

/** What is told of a message once it is through, and while it waits. */
export interface MessageEnd {
  readonly id: string
  readonly connector: string
  readonly at: number
  readonly result: MessageResult
  readonly parcels: number
  readonly orderIds: readonly string[]
  readonly problem: Problem | null
  readonly isTest: boolean
  readonly body: unknown
}

/** Messages about one parcel lie in one lane, so that one handler has them all in hand. */
export function laneOf(parcels: readonly ParcelReport[]): number {
  const [first] = parcels
  const name = first ? (namesOfReport(first)[0] ?? '') : ''
  return createHash('sha256').update(name).digest().readUInt32BE(0) % LANES
}

export function isExpired({ at }: Pick<CarrierMessage, 'at'>, nowMs: number): boolean {
  return nowMs - at >= WAITING_MS
}

/** @param result of the whole, where that is not what came of its parcels */
export function endOf(message: CarrierMessage, result?: MessageResult): MessageEnd {
  const { id, connector, at, count, through, isTest, body } = message
  return {
    id,
    connector,
    at,
    isTest,
    body,
    result: result ?? through.result ?? (through.isWritten ? 'WRITTEN' : 'NOTHING_NEW'),
    parcels: count,
    orderIds: through.orderIds,
    problem: through.problem ?? message.problem,
  }
}

/** Both as one: what failed is told before what was refused, and that before what was written. */
export function joinedThrough(a: Through, b: Through): Through {
  const worse = [a, b].find(({ result }) => result === 'FAILED') ?? (a.result ? a : b)
  return {
    orderIds: [...new Set([...a.orderIds, ...b.orderIds])],
    isWritten: a.isWritten || b.isWritten,
    problem: worse.problem ?? a.problem ?? b.problem,
    result: worse.result,
  }
}
