import { isAhead } from '../problem/moments'
import { epochOf, type Instant } from '../values/instant'
import { parcelEventIdentity, parcelKey, placeOf, secondOf } from './parcelIdentity'
import type { ParcelEvent, ParcelReport } from './parcelReport'

export interface NewEvent {
  readonly parcel: string
  readonly identity: string
  readonly event: ParcelEvent
}

export interface NewEvents {
  /** Oldest first, each once. */
  readonly fresh: readonly NewEvent[]
  /** Dated in the future: a wrong zone, or a clock. Not to be sent before its time. */
  readonly ahead: readonly NewEvent[]
}

/** What reports tell that is not known by its identity yet. Of two tellings in one go the first in the list stays. */
export function newEvents(
  known: ReadonlySet<string>,
  reports: readonly ParcelReport[],
  nowMs: number
): NewEvents {
  const found = new Map<string, NewEvent>()
  for (const report of reports)
    for (const event of report.events) {
      const identity = parcelEventIdentity(report, event)
      if (!known.has(identity) && !found.has(identity))
        found.set(identity, { parcel: parcelKey(report), identity, event })
    }
  const sorted = [...found.values()].sort(
    (a, b) => epochOf(a.event.date) - epochOf(b.event.date) || (a.identity < b.identity ? -1 : 1)
  )
  return {
    fresh: sorted.filter(({ event }) => !isAhead(event.date, nowMs)),
    ahead: sorted.filter(({ event }) => isAhead(event.date, nowMs)),
  }
}

interface ToldEvent {
  readonly date: Instant | null
  readonly city: string | null
  /** Region, by OMS's name. */
  readonly state: string | null
}

/**
 * What OMS does not show yet. Another writer's entry has words of its own, so it is recognised by second and place; of
 * several at one second and place each stands for one. `shown`: all that OMS shows, less what this app wrote itself.
 */
export function notToldByOthers(
  fresh: readonly NewEvent[],
  shown: readonly ToldEvent[]
): readonly NewEvent[] {
  const left = new Map<string, number>()
  for (const { date, city, state } of shown)
    if (date !== null) {
      const mark = markOf({ date, city, region: state })
      left.set(mark, (left.get(mark) ?? 0) + 1)
    }
  return fresh.filter(({ event }) => {
    const mark = markOf(event)
    const count = left.get(mark) ?? 0
    left.set(mark, count - 1)
    return count <= 0
  })
}

function markOf(event: Pick<ParcelEvent, 'date' | 'city' | 'region'>): string {
  return JSON.stringify([secondOf(event), ...placeOf(event)])
}

/**
 * Reports as one list, a parcel each, every event once, oldest first: what is kept of an invoice. Of an event told twice
 * the one of the earlier list stays.
 */
export function mergeReports(...lists: readonly (readonly ParcelReport[])[]): ParcelReport[] {
  const merged = new Map<string, { parcel: ParcelReport; events: Map<string, ParcelEvent> }>()
  for (const report of lists.flat()) {
    const key = parcelKey(report)
    const into = merged.get(key) ?? { parcel: report, events: new Map<string, ParcelEvent>() }
    merged.set(key, { ...into, parcel: withNames(into.parcel, report) })
    for (const event of report.events) {
      const identity = parcelEventIdentity(report, event)
      const kept = into.events.get(identity)
      if (!kept) into.events.set(identity, event)
      // A code that somebody has mapped since, or a mark that comes later: words and place stay, the state is known now.
      else if (kept.state === 'UNKNOWN') into.events.set(identity, { ...kept, state: event.state })
    }
  }
  return [...merged.values()].map(({ parcel, events }) => ({
    ...parcel,
    events: [...events]
      .sort(([a, one], [b, other]) => epochOf(one.date) - epochOf(other.date) || (a < b ? -1 : 1))
      .map(([, event]) => event),
  }))
}

/** A later message may name what the first one did not: a label has no tracking number until it is posted. */
function withNames(known: ParcelReport, told: ParcelReport): ParcelReport {
  return {
    ...known,
    trackingNumber: known.trackingNumber ?? told.trackingNumber,
    invoiceKey: known.invoiceKey ?? told.invoiceKey,
    invoice: known.invoice ?? told.invoice,
  }
}
