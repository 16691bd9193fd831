import type { TrackingEventCommand, TrackingStatusCommand } from '../invoice/command'
import { epochOf, instantAt, type Instant } from '../values/instant'
import type { InvoiceRecord, TrackingIntent } from '../journal/intent'
import { noMoment, readMoment } from '../problem/moments'
import type { Package } from '../order/order'
import type { OutgoingEvent, OutgoingTrackingStatus } from '../package/outgoing'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { isDelivered } from '../standing/stage'
import { givenText, textTooLong } from '../problem/texts'
import { trackingHistory } from '../invoice/replaceInvoice'
import { deliveredBeforeDispatch, isBefore } from './trackingEdit'
import { mergeEvents, newestMoment, newEvents, showsEvents } from '../package/trackingEvents'

export interface TrackingDecision {
  readonly problems: readonly Problem[]
  /** What goes out: events that are not recorded yet, and the delivery. */
  readonly status: OutgoingTrackingStatus
  /** What the package has to show in the end, older events included. */
  readonly wanted: OutgoingTrackingStatus
  /** What this call named: it is done once the package shows this, whatever else is still on its way. */
  readonly asked: OutgoingTrackingStatus
  /** True where the package shows all of it already, or will once everything under way has arrived. */
  readonly isKnown: boolean
  readonly summary: string
}

/**
 * Judges a tracking status against a package and what is on its way to it (design §2.4). Merging does not depend on the
 * order of calls: an event from before the delivery leaves the delivery as it is.
 */
export function decideTrackingStatus(
  stored: Package,
  underWay: readonly TrackingIntent[],
  record: InvoiceRecord | null,
  command: TrackingStatusCommand,
  nowMs: number,
  /** Events that are sent no more, because OMS never showed them. */
  givenUp: readonly OutgoingEvent[] = []
): TrackingDecision {
  const read = readStatus(command, nowMs)
  const before = withUnderWay(stored, underWay)
  // Sent again, what was given up would be one copy more.
  const known = [...givenUp, ...(stored.courierStatus?.events ?? [])]
  const fresh = newEvents(read.events, [...before.events, ...known])
  // A known scan told again is no news, of a taken back delivery neither.
  const isOldNews = read.events.length > 0 && fresh.length === 0 && read.problems.length === 0
  const takesBack =
    before.isDelivered && !command.isDelivered && !isOldNews && !isLateNews(before, fresh)
  const delivered = command.isDelivered || (before.isDelivered && !takesBack)
  const deliveredDate = delivered ? deliveryDate(command, read, before, nowMs) : null
  const problems = [...read.problems]
  if (!stored.trackingNumber)
    problems.push(problem('TRACKING_NUMBER_MISSING', { field: ['invoiceNumber'] }))
  if (takesBack)
    problems.push(
      problem('DELIVERED_ALREADY', {
        field: ['status', 'isDelivered'],
        facts: { deliveredDate: before.deliveredDate ?? 'unknown' },
      })
    )
  const dispatched = record?.dispatchedDate ?? null
  if (command.isDelivered && dispatched && isBefore(deliveredDate, dispatched))
    problems.push(deliveredBeforeDispatch(['status', 'deliveredDate'], dispatched))
  const isKnown =
    fresh.length === 0 &&
    delivered === before.isDelivered &&
    (read.deliveredDate === null || sameMinute(read.deliveredDate, before.deliveredDate))
  if (isKnown && read.events.length > 0 && read.problems.length === 0)
    problems.push(problem('EVENTS_ALL_KNOWN', { field: ['status', 'events'] }))
  return {
    problems,
    isKnown,
    status: { isDelivered: delivered, deliveredDate, events: fresh },
    asked: { isDelivered: delivered, deliveredDate, events: newEvents(read.events, []) },
    wanted: {
      isDelivered: delivered,
      deliveredDate,
      events: mergeEvents(before.events, fresh),
    },
    summary: summaryOf(fresh.length, delivered, deliveredDate, takesBack),
  }
}

/** Whether a package shows all events and the delivered state that it has to. */
export function showsStatus(stored: Package, wanted: OutgoingTrackingStatus): boolean {
  return (
    isDelivered(stored) === wanted.isDelivered &&
    showsEvents(stored.courierStatus?.events ?? [], wanted.events)
  )
}

/** Whether a package shows what was just sent to it. A date alone tells nothing until it is another than before. */
export function showsSent(shown: Package, before: Package, sent: OutgoingTrackingStatus): boolean {
  if (!showsStatus(shown, sent)) return false
  const dates = [shown, before].map(({ courierStatus }) => courierStatus?.deliveredDate ?? null)
  const isDateAlone = sent.events.length === 0 && isDelivered(before) === sent.isDelivered
  return !isDateAlone || !sameMinute(dates[0], dates[1])
}

/** Whether a package bears the delivery date that was asked for, where one was. */
export function sameDeliveryDate(asked: OutgoingTrackingStatus, stored: Package): boolean {
  return (
    asked.deliveredDate === null ||
    sameMinute(asked.deliveredDate, stored.courierStatus?.deliveredDate ?? null)
  )
}

interface ReadStatus {
  readonly events: readonly OutgoingEvent[]
  readonly deliveredDate: Instant | null
  readonly problems: readonly Problem[]
}

function readStatus(command: TrackingStatusCommand, nowMs: number): ReadStatus {
  const problems: Problem[] = []
  const events = command.events.flatMap((event, position) => {
    const read = readEvent(event, nowMs, ['status', 'events', position])
    problems.push(...read.problems)
    return read.event ? [read.event] : []
  })
  const delivered = command.isDelivered
    ? readMoment(command.deliveredDate, nowMs, ['status', 'deliveredDate'])
    : { moment: null, problem: null }
  if (delivered.problem) problems.push(delivered.problem)
  return { events, problems, deliveredDate: delivered.moment }
}

function readEvent(
  event: TrackingEventCommand,
  nowMs: number,
  field: readonly (string | number)[]
): { readonly event: OutgoingEvent | null; readonly problems: readonly Problem[] } {
  const dateField = [...field, 'date']
  const date =
    event.date === null || event.date === undefined
      ? { moment: null, problem: noMoment(event.date, dateField) }
      : readMoment(event.date, nowMs, dateField)
  const description = givenText(event.description)
  const problems = [
    date.problem,
    description === null
      ? problem('TRACKING_EMPTY', { field: [...field, 'description'] })
      : textTooLong('description', description, [...field, 'description']),
    textTooLong('city', event.city, [...field, 'city']),
    textTooLong('state', event.state, [...field, 'state']),
  ].filter((found) => found !== null)
  if (problems.length > 0 || date.moment === null || description === null)
    return { event: null, problems }
  const { city, state } = event
  return {
    problems,
    event: { date: date.moment, description, city: givenText(city), state: givenText(state) },
  }
}

/** What the package will show once everything that was sent to it has been applied. */
function withUnderWay(
  stored: Package,
  underWay: readonly TrackingIntent[]
): OutgoingTrackingStatus {
  const shown = trackingHistory(stored) ?? { isDelivered: false, deliveredDate: null, events: [] }
  return underWay.reduce<OutgoingTrackingStatus>(
    (before, intent) => ({
      isDelivered: intent.isDelivered,
      deliveredDate: intent.deliveredDate ?? before.deliveredDate,
      events: mergeEvents(before.events, intent.events),
    }),
    shown
  )
}

/** Events from before the delivery that were reported late: they take no delivery back. */
function isLateNews(before: OutgoingTrackingStatus, fresh: readonly OutgoingEvent[]): boolean {
  const newest = newestMoment([...before.events, { date: before.deliveredDate }])
  if (fresh.length === 0 || newest === null) return false
  // A delivery date travels by the minute (oms §1.4).
  const end = Math.floor(epochOf(newest) / 60_000) * 60_000 + 59_999
  return fresh.every(({ date }) => epochOf(date) <= end)
}

/**
 * Given, else the newest event, else now. A date that somebody chose stays; one that came from the newest event moves
 * with it, so that calls in any order end on the same date.
 */
function deliveryDate(
  command: TrackingStatusCommand,
  read: ReadStatus,
  before: OutgoingTrackingStatus,
  nowMs: number
): Instant {
  if (command.isDelivered && read.deliveredDate) return read.deliveredDate
  const stored = before.isDelivered ? before.deliveredDate : null
  const wasNewest = sameMinute(stored, newestMoment(before.events))
  if (stored && (!command.isDelivered || !wasNewest)) return stored
  const newest = newestMoment(stored ? [...before.events, ...read.events] : read.events)
  return newest ?? stored ?? instantAt(nowMs)
}

function sameMinute(a: Instant | null, b: Instant | null): boolean {
  if (a === null || b === null) return a === b
  return Math.floor(epochOf(a) / 60_000) === Math.floor(epochOf(b) / 60_000)
}

function summaryOf(
  count: number,
  delivered: boolean,
  deliveredDate: Instant | null,
  takesBack: boolean
): string {
  const events = count === 0 ? [] : [`${count} tracking ${count === 1 ? 'event' : 'events'}`]
  if (takesBack) return [...events, 'delivery taken back'].join('; ')
  return [...events, ...(delivered ? [`delivered ${deliveredDate}`] : [])].join('; ') || 'no change'
}
