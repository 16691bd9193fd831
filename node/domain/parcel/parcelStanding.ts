import { epochOf, instantAt, type Instant } from '../values/instant'
import { isAhead } from '../problem/moments'
import type { Problem, ProblemCode } from '../problem/problem'
import { problem } from '../problem/problems'
import { isFinal, isOnReturn, type ParcelState } from './parcelState'
import { secondOf } from './parcelIdentity'
import type { ParcelEvent, ParcelReport } from './parcelReport'

const DAY_MS = 24 * 60 * 60 * 1000
/** How long a parcel is taken to wait for its pickup where no carrier says it, and how long before the end a person is told. */
const PICKUP_DAYS = 7
const PICKUP_WARNING_DAYS = 2

export interface ParcelsStanding {
  readonly isDelivered: boolean
  /** When the last parcel was delivered; null until all are. */
  readonly deliveredAt: Instant | null
  /** Of all parcels the one that is least far, what went wrong before what goes well; null where nothing was told. */
  readonly state: ParcelState | null
  /** TRACKING_RETURNED, TRACKING_LOST, TRACKING_ATTEMPT_FAILED, TRACKING_PICKUP. */
  readonly attention: readonly Problem[]
}

/**
 * What all events of all parcels behind one invoice come to, in whatever order they came: by codes alone. Delivered once
 * every parcel is, cancelled ones left out; what is handed over on the way back is no delivery.
 */
export function whatIsDelivered(parcels: readonly ParcelReport[], nowMs: number): ParcelsStanding {
  const standings = parcels.flatMap(({ events, trackingNumber }) => {
    const past = events.filter(({ date }) => !isAhead(date, nowMs))
    return past.length === 0 ? [] : [{ ...standingOf(past), trackingNumber, events: past }]
  })
  const alive = standings.filter(({ state }) => state !== 'CANCELLED')
  const told = parcels.length === standings.length
  const isDelivered = told && alive.length > 0 && alive.every(({ delivery }) => delivery !== null)
  return {
    isDelivered,
    deliveredAt: isDelivered ? latest(alive.map(({ delivery }) => delivery!.date)) : null,
    state: worstOf(standings.map(({ state }) => state)),
    attention: standings.flatMap((one) => attentionOf(one, nowMs)),
  }
}

interface Standing {
  readonly state: ParcelState
  /** The hand-over to the recipient; null where there was none. */
  readonly delivery: ParcelEvent | null
  readonly sorted: readonly ParcelEvent[]
}

/** @shape at least one event, none in the future */
function standingOf(events: readonly ParcelEvent[]): Standing {
  const known = events.filter(({ state }) => state !== 'UNKNOWN')
  const sorted = [...(known.length > 0 ? known : events)].sort(byTime)
  const turned = sorted.findIndex(({ state }) => isOnReturn(state))
  const outward = turned === -1 ? sorted : sorted.slice(0, turned)
  // Delivered stays delivered: what comes after it is a person's matter.
  const delivery = outward.find(({ state }) => state === 'DELIVERED') ?? null
  if (delivery) return { state: 'DELIVERED', delivery, sorted }
  const state = turned === -1 ? sorted[sorted.length - 1].state : endOfReturn(sorted.slice(turned))
  return { state, delivery: null, sorted }
}

/** Moving, or out for delivery: once it has turned, all of that is on the way back. */
function endOfReturn(events: readonly ParcelEvent[]): ParcelState {
  const has = (wanted: ParcelState) => events.some(({ state }) => state === wanted)
  if (has('RETURNED') || has('DELIVERED')) return 'RETURNED'
  return has('LOST') ? 'LOST' : 'RETURNING'
}

/** Of one instant what is final comes later; what is delivered comes last, so that a return at its instant wins. */
function byTime(a: ParcelEvent, b: ParcelEvent): number {
  return epochOf(a.date) - epochOf(b.date) || ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
}

/** As far as a parcel gets; of several parcels the furthest back is what is told. */
const ORDER: readonly ParcelState[] = [
  'UNKNOWN',
  'INFO_RECEIVED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'ATTEMPT_FAILED',
  'AVAILABLE_FOR_PICKUP',
  'EXCEPTION',
  'RETURNING',
  'CANCELLED',
  'LOST',
  'RETURNED',
  'DELIVERED',
]
const WORST_FIRST: readonly ParcelState[] = [
  'LOST',
  'RETURNED',
  'RETURNING',
  'EXCEPTION',
  'ATTEMPT_FAILED',
  'AVAILABLE_FOR_PICKUP',
  'UNKNOWN',
  'INFO_RECEIVED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'CANCELLED',
]

export function worstOf(states: readonly ParcelState[]): ParcelState | null {
  return WORST_FIRST.find((state) => states.includes(state)) ?? null
}

function attentionOf(
  { state, sorted, delivery, trackingNumber }: Standing & Pick<ParcelReport, 'trackingNumber'>,
  nowMs: number
): Problem[] {
  const tell = (code: ProblemCode, event: ParcelEvent, until?: Instant) =>
    problem(code, {
      facts: { trackingNumber, at: event.date, description: event.description, until },
    })
  const last = (wanted: (event: ParcelEvent) => boolean) => sorted.filter(wanted).pop()
  const back = last((event) => isOnReturn(event.state))
  if (back) {
    // Delivered to the sender is the end of a return, and says so in its own words.
    const end = delivery ? back : (last((event) => isFinal(event.state)) ?? back)
    return [tell(state === 'LOST' ? 'TRACKING_LOST' : 'TRACKING_RETURNED', end)]
  }
  const lost = last((event) => event.state === 'LOST')
  const isLostAfterAll = delivery && lost && epochOf(lost.date) >= epochOf(delivery.date)
  if (lost && (state === 'LOST' || isLostAfterAll)) return [tell('TRACKING_LOST', lost)]
  if (isFinal(state)) return []
  const failed = sorted.filter((event) => event.state === 'ATTEMPT_FAILED')
  const found: Problem[] = []
  if (new Set(failed.map(secondOf)).size > 1 || failed.some(({ needsPerson }) => needsPerson))
    found.push(tell('TRACKING_ATTEMPT_FAILED', failed[failed.length - 1]))
  if (state === 'AVAILABLE_FOR_PICKUP') {
    const pickup = sorted[sorted.length - 1]
    const until = endOfPickup(pickup)
    if (nowMs >= epochOf(until) - PICKUP_WARNING_DAYS * DAY_MS)
      found.push(tell('TRACKING_PICKUP', pickup, until))
  }
  return found
}

function endOfPickup({ pickupUntil, date }: ParcelEvent): Instant {
  return pickupUntil ?? instantAt(epochOf(date) + PICKUP_DAYS * DAY_MS)
}

function latest(dates: readonly Instant[]): Instant {
  return dates.reduce((last, date) => (epochOf(date) > epochOf(last) ? date : last))
}
