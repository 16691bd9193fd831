import { epochOf, type Instant } from '../values/instant'
import type { OutgoingEvent } from './outgoing'

type Event = {
  readonly date: Instant | null
  readonly dateText?: string
  readonly description: string
  readonly city: string | null
  readonly state: string | null
}

/**
 * Events are one where second, description, city and state are (design §2.4): a store may drop what a second is divided
 * into, and an event told again by the millisecond would never be recognised.
 */
export function eventIdentity(event: Event): string {
  const moment =
    event.date === null ? (event.dateText ?? '') : Math.floor(epochOf(event.date) / 1000)
  return JSON.stringify([moment, ...[event.description, event.city, event.state].map(asRead)])
}

/** As a text is read whatever a store did to its spaces, its accents and half a sign that somebody cut off. */
function asRead(text: string | null): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Those that are not among the known ones, each once, oldest first, as OMS expects to be told them. */
export function newEvents(
  given: readonly OutgoingEvent[],
  known: readonly Event[]
): readonly OutgoingEvent[] {
  const seen = new Set(known.map(eventIdentity))
  return oldestFirst(
    given.filter((event) => {
      const identity = eventIdentity(event)
      if (seen.has(identity)) return false
      seen.add(identity)
      return true
    })
  )
}

/** Both lists as one: idempotent, and the same whichever comes first. */
export function mergeEvents(
  a: readonly OutgoingEvent[],
  b: readonly OutgoingEvent[]
): readonly OutgoingEvent[] {
  return newEvents([...a, ...b], [])
}

export function showsEvents(shown: readonly Event[], wanted: readonly OutgoingEvent[]): boolean {
  return newEvents(wanted, shown).length === 0
}

/** Moments that are equal fall back to the texts, so that the order does not depend on who was told first. */
function oldestFirst(events: readonly OutgoingEvent[]): readonly OutgoingEvent[] {
  return [...events].sort((a, b) => {
    const byMoment = epochOf(a.date) - epochOf(b.date)
    if (byMoment !== 0) return byMoment
    return eventIdentity(a) < eventIdentity(b) ? -1 : 1
  })
}

export function newestMoment(events: readonly { readonly date: Instant | null }[]): Instant | null {
  return events.reduce<Instant | null>(
    (newest, { date }) =>
      date !== null && (newest === null || epochOf(date) > epochOf(newest)) ? date : newest,
    null
  )
}
