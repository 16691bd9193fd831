import { newestOf, reportedDelivery } from '../../shared/tracking/reportedDelivery'
import type { PastedEvent } from './pastedEvents'

/** One row of the events form; `when` as its input holds it, in the order's zone. */
export interface EventRow {
  key: string
  when: string
  description: string
  city: string
  state: string
  /** The very moment that a pasted line named; gone once `when` is edited, which knows no seconds. */
  exact?: string
}

export interface StoredEvent {
  date?: string | null
  description: string
  city?: string | null
  state?: string | null
}

export interface StoredDelivery {
  isDelivered: boolean
  deliveredDate?: string | null
  events: readonly StoredEvent[]
}

export interface StatusDraft {
  rows: EventRow[]
  isDelivered: boolean
  /** Local date and time; empty means what suggestedDelivery says. */
  delivered: string
  /** A pasted list, or what of it could not be read. */
  pasted: string
}

/** What is left to do once the rows are sent: the lines that could not be read. Null where that was all. */
export function leftAfterSend(draft: StatusDraft): StatusDraft | null {
  return draft.pasted.trim() === '' ? null : { ...draft, rows: [emptyRow()], delivered: '' }
}

export interface StatusInput {
  isDelivered: boolean
  deliveredDate?: string
  events?: Array<{ date: string; description: string; city?: string; state?: string }>
}

/** From the order's zone to a moment and back; null where the text is no date. */
export interface Zone {
  toInstant(local: string): string | null
  toLocal(instant: string): string
}

let lastKey = 0

export function emptyRow(): EventRow {
  lastKey += 1

  return { key: `event-${lastKey}`, when: '', description: '', city: '', state: '' }
}

export function isBlank(row: EventRow): boolean {
  return !row.when && !row.description.trim() && !row.city.trim() && !row.state.trim()
}

export function filledRows(draft: StatusDraft): EventRow[] {
  return draft.rows.filter((row) => !isBlank(row))
}

function sameText(one: string | null | undefined, other: string): boolean {
  return (one ?? '').trim() === other.trim()
}

function instantOf(row: EventRow, zone: Zone): string | null {
  return row.exact ?? zone.toInstant(row.when)
}

const MINUTE = 60 * 1000

/** Rows that the invoice has already: shown as known, so that nobody wonders why they are not sent. */
export function isKnown(
  row: EventRow,
  stored: readonly StoredEvent[],
  zone: Zone,
  unit = 1
): boolean {
  const instant = instantOf(row, zone)

  if (!instant) return false
  const at = (date: string) => Math.floor(Date.parse(date) / unit)

  return stored.some(
    (event) =>
      event.date != null &&
      at(event.date) === at(instant) &&
      sameText(event.description, row.description) &&
      sameText(event.city, row.city) &&
      sameText(event.state, row.state)
  )
}

export interface Pasted {
  rows: EventRow[]
  read: number
  known: number
}

/** What a pasted list adds: events that are recorded, or stand in a row already, are counted and left out. */
export function rowsOfPasted(
  events: readonly PastedEvent[],
  stored: readonly StoredEvent[],
  typed: readonly EventRow[],
  zone: Zone
): Pasted {
  const rows = events.map((event) => ({
    ...emptyRow(),
    when: event.hasOffset ? zone.toLocal(event.when) : event.when,
    exact: event.hasOffset ? event.when : undefined,
    description: event.description,
    city: event.city,
    state: event.state,
  }))
  const fresh = rows.reduce<EventRow[]>((all, row) => {
    const seen = typed.concat(all).map((one) => ({ ...one, date: instantOf(one, zone) }))

    // A carrier's page shows minutes of an event that was reported with its seconds.
    const unit = row.exact || row.when.length > 16 ? 1 : MINUTE

    return isKnown(row, stored, zone, unit) || isKnown(row, seen, zone) ? all : [...all, row]
  }, [])

  return { rows: fresh, read: events.length, known: rows.length - fresh.length }
}

/**
 * When a delivery that is marked without a date is said to have happened, as the service does it: at the newest of the
 * events that go out with it, else now. Where the carrier has told of the delivery itself, it is that moment.
 */
export function suggestedDelivery(
  draft: StatusDraft,
  stored: StoredDelivery,
  zone: Zone
): { local: string; from: 'EVENT' | 'STORED' | 'NOW' } {
  if (stored.isDelivered && stored.deliveredDate) {
    return { local: zone.toLocal(stored.deliveredDate), from: 'STORED' }
  }
  const rows = filledRows(draft)
  const typed = newestOf(rows, (row) => instantOf(row, zone))
  const moment = rows.length > 0 ? typed && instantOf(typed, zone) : reportedDelivery(stored.events)

  return moment ? { local: zone.toLocal(moment), from: 'EVENT' } : { local: '', from: 'NOW' }
}

function given(text: string): string | undefined {
  return text.trim() || undefined
}

/**
 * What is sent. A date that is none goes as it was typed, so that the answer names its field;
 * a delivery that stands stays as it is stored.
 */
export function statusInput(draft: StatusDraft, stored: StoredDelivery, zone: Zone): StatusInput {
  const events = filledRows(draft).map((row) => ({
    date: instantOf(row, zone) ?? row.when,
    description: row.description.trim(),
    city: given(row.city),
    state: given(row.state),
  }))
  const input: StatusInput = { isDelivered: draft.isDelivered }

  if (events.length > 0) input.events = events
  if (draft.isDelivered) {
    if (draft.delivered) input.deliveredDate = zone.toInstant(draft.delivered) ?? draft.delivered
    else if (stored.isDelivered && stored.deliveredDate) input.deliveredDate = stored.deliveredDate
    else if (events.length === 0) input.deliveredDate = reportedDelivery(stored.events) ?? undefined
  }

  return input
}

export type StatusAction =
  'ADD' | 'ADD_AND_DELIVER' | 'DELIVER' | 'TAKE_BACK' | 'ADD_AND_TAKE_BACK' | 'CORRECT'

/** Which of the button's words fit what the form would do. */
export function statusAction(draft: StatusDraft, stored: StoredDelivery): StatusAction {
  const adds = filledRows(draft).length > 0

  if (draft.isDelivered && !stored.isDelivered) return adds ? 'ADD_AND_DELIVER' : 'DELIVER'
  if (!draft.isDelivered && stored.isDelivered) return adds ? 'ADD_AND_TAKE_BACK' : 'TAKE_BACK'
  if (draft.isDelivered && !adds) return 'CORRECT'

  return 'ADD'
}
