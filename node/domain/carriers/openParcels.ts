import { createHash } from 'node:crypto'
import { LANES } from './message'
import type { AskedParcel } from '../connectors/pull/pullAdapter'
import type { ParcelReport } from '../parcel/parcelReport'
import { isFinal } from '../parcel/parcelState'
import { whatIsDelivered } from '../parcel/parcelStanding'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Near the promised day news come by the hour, and customers ask. */
const NEAR_MS = 36 * HOUR_MS
const LATE_DAYS = 10
/** What a carrier has said nothing final about for so long after the promise is asked about no more. */
const GIVEN_UP_DAYS = 60
const OVER_KEPT_DAYS = 30
const NEAR_EVERY_MS = 2 * HOUR_MS
const USUALLY_EVERY_MS = 6 * HOUR_MS
const LATE_EVERY_MS = 12 * HOUR_MS

/** As many pieces as lanes: two replicas that note parcels seldom meet on one file. */
export const PARCEL_SHARDS = LANES

/** An invoice whose parcel is on its way, and whom a carrier is asked about. No customer is in it. */
export interface OpenParcel extends AskedParcel {
  readonly orderId: string
  readonly invoiceNumber: string
  /** @unit epoch milliseconds */
  readonly promisedAt: number | null
  /** When it was first seen. @unit epoch milliseconds */
  readonly since: number
  /** Asked about from then on. @unit epoch milliseconds */
  readonly nextAt: number
  /** Of what the carrier said last; null before that. */
  readonly toldMark: string | null
}

/** A carrier has said the last about it; whoever looks at the order again does not have it asked about once more. */
interface Over {
  /** @unit epoch milliseconds */
  readonly overAt: number
}

/** By mark. */
export type OpenParcels = Readonly<Record<string, OpenParcel | Over>>

/** What an order's reader knows of an invoice that is not delivered. */
export type SeenParcel = Pick<
  OpenParcel,
  'orderId' | 'invoiceNumber' | 'promisedAt' | keyof AskedParcel
>

export function markOfParcel({
  orderId,
  invoiceNumber,
}: Pick<OpenParcel, 'orderId' | 'invoiceNumber'>): string {
  const text = JSON.stringify([orderId, invoiceNumber.trim()])
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

export function shardOfParcel(mark: string): number {
  return parseInt(mark.slice(0, 8), 16) % PARCEL_SHARDS
}

/**
 * With parcels that somebody has seen: a new one is asked about at once, and so is one whose number or key has changed.
 * Null where all of it is known.
 */
export function withSeen(
  before: OpenParcels,
  seen: readonly SeenParcel[],
  nowMs: number
): OpenParcels | null {
  const after: Record<string, OpenParcel | Over> = {}
  for (const one of seen) {
    const mark = markOfParcel(one)
    const known = before[mark]
    if (known && 'overAt' in known) continue
    if (!known || !isSameParcel(known, one))
      after[mark] = { ...one, since: known?.since ?? nowMs, nextAt: nowMs, toldMark: null }
    else if (known.promisedAt !== one.promisedAt)
      after[mark] = { ...known, promisedAt: one.promisedAt }
  }
  return Object.keys(after).length === 0 ? null : { ...before, ...after }
}

/** Who is to be asked about now, the longest due first. */
export function dueOf(openParcels: OpenParcels, nowMs: number): readonly OpenParcel[] {
  return Object.values(openParcels)
    .flatMap((one) => ('nextAt' in one && one.nextAt <= nowMs ? [one] : []))
    .sort((a, b) => a.nextAt - b.nextAt)
}

export interface Asked {
  readonly parcel: OpenParcel
  /** What the carrier said of it; none where it does not know it, or not yet. */
  readonly reports: readonly ParcelReport[]
}

/** With what came of asking, on the newest content; null where nothing is left to write. */
export function withAsked(
  before: OpenParcels,
  asked: readonly Asked[],
  nowMs: number
): OpenParcels | null {
  const after: Record<string, OpenParcel | Over> = {}
  for (const { parcel, reports } of asked) {
    const mark = markOfParcel(parcel)
    const known = before[mark]
    // It is over, or somebody has given it another number since: that one was not asked about.
    if (!known || 'overAt' in known || !isSameParcel(known, parcel)) continue
    const nextAt = isOver(reports, nowMs) ? null : nextAsk(known, nowMs)
    const told = reports.length > 0 ? toldMark(reports) : known.toldMark
    after[mark] = nextAt === null ? { overAt: nowMs } : { ...known, nextAt, toldMark: told }
  }
  return Object.keys(after).length === 0 ? null : withoutOld({ ...before, ...after }, nowMs)
}

function withoutOld(openParcels: OpenParcels, nowMs: number): OpenParcels {
  const oldest = nowMs - OVER_KEPT_DAYS * DAY_MS
  return Object.fromEntries(
    Object.entries(openParcels).filter(([, one]) => !('overAt' in one) || one.overAt > oldest)
  )
}

/** Carriers tell the whole history each time: the same once more is no news. */
export function toldMark(reports: readonly ParcelReport[]): string {
  return createHash('sha256').update(JSON.stringify(reports)).digest('hex').slice(0, 16)
}

/** When to ask again; null: never. @unit epoch milliseconds */
export function nextAsk(
  { promisedAt, since }: Pick<OpenParcel, 'promisedAt' | 'since'>,
  nowMs: number
): number | null {
  const promise = promisedAt ?? since + LATE_DAYS * DAY_MS
  const late = nowMs - promise
  if (late > GIVEN_UP_DAYS * DAY_MS) return null
  if (late > LATE_DAYS * DAY_MS) return nowMs + LATE_EVERY_MS
  return nowMs + (late > -NEAR_MS && promisedAt !== null ? NEAR_EVERY_MS : USUALLY_EVERY_MS)
}

/** Nothing more will come: delivered, returned, lost or cancelled, by the carrier's own codes. */
function isOver(reports: readonly ParcelReport[], nowMs: number): boolean {
  const { state, isDelivered } = whatIsDelivered(reports, nowMs)
  return isDelivered || (state !== null && isFinal(state) && reports.length === 1)
}

function isSameParcel(a: AskedParcel, b: AskedParcel): boolean {
  return a.trackingNumber === b.trackingNumber && a.invoiceKey === b.invoiceKey
}
