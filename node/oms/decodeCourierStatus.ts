import type { CourierStatus, TrackingEvent } from '../domain/order/order'
import { readInstant } from './decodeDates'
import { flagOf, isObject, listOf, textOf, type Loose } from '../domain/values/loose'

/** Null before the first tracking update. Events stay in OMS's order, newest first. @source oms §2.4 */
export function decodeCourierStatus(value: unknown): CourierStatus | null {
  if (!isObject(value)) return null
  return {
    status: textOf(value.status),
    finished: flagOf(value.finished) ?? false,
    deliveredDate: readInstant(value.deliveredDate),
    events: listOf(value.data).filter(isObject).map(decodeEvent),
  }
}

/**
 * The event's own date is `lastChange`; `createDate` is when OMS recorded it, and absent in old orders. It stands in
 * where there is no text at all: a free text is what the event is known by, and another date would make it another event.
 */
function decodeEvent(entry: Loose): TrackingEvent {
  const dateText = textOf(entry.lastChange) ?? textOf(entry.date) ?? textOf(entry.createDate) ?? ''
  return {
    dateText,
    date: readInstant(dateText),
    description: textOf(entry.description) ?? '',
    city: textOf(entry.city),
    state: textOf(entry.state),
  }
}
