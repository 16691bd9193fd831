/** Tracking of a package: PATCH merges, PUT appends (oms §1.2, §1.3). */
import { dotNetDate, parseDate } from './dates'
import { storeDate } from './packages'
import type { StoredOrder, TrackingEvent, TrackingFields, TrackingStatus } from './state'
import type { WireCourierEvent, WireCourierStatus, WirePackage } from './wire'
import { reindex, touch, type World } from './world'

/** Writes the sent keys over the stored ones; keys that were not sent stay. */
export function applyTracking(
  world: World,
  stored: StoredOrder,
  invoiceNumber: string,
  fields: TrackingFields
): void {
  const target = findPackage(stored, invoiceNumber)
  if (target === undefined) return
  const { patchNull, patchLastChange } = world.behaviour.readings
  for (const [name, value] of Object.entries(fields)) {
    if (value === null && patchNull === 'ignored') continue
    if (name === 'dispatchedDate') stored.dispatchedDates[invoiceNumber] = value
    else Object.assign(target, { [name]: value })
  }
  if (patchLastChange === 'moves') touch(world, stored)
  else world.changed({ order: stored.order, what: 'ANYTHING', at: world.now })
}

/** Records events and delivery. The order's status stays as it is (oms §1.3). */
export function applyTrackingStatus(
  world: World,
  stored: StoredOrder,
  invoiceNumber: string,
  status: TrackingStatus
): void {
  const target = findPackage(stored, invoiceNumber)
  if (target === undefined) return
  const { readings } = world.behaviour
  const before: WireCourierStatus = target.courierStatus ?? {
    status: null,
    finished: false,
    deliveredDate: null,
    data: [],
  }
  const reopening = before.finished && !status.isDelivered
  const staysDelivered = reopening && readings.reopenDelivered === 'sticky'
  target.courierStatus = {
    status: 'ok',
    finished: status.isDelivered || staysDelivered,
    deliveredDate: staysDelivered
      ? before.deliveredDate
      : deliveredDate(world, stored, before, status),
    data: newestFirst(mergeEvents(world, stored, before.data ?? [], status.events)),
  }
  if (readings.putLastChange === 'moves') touch(world, stored, { what: 'COURIER' })
  else {
    reindex(world, stored)
    world.changed({ order: stored.order, what: 'COURIER', at: world.now })
  }
}

/** The package of a number; the last one where several bear it. */
export function findPackage(stored: StoredOrder, invoiceNumber: string): WirePackage | undefined {
  const bearing = (stored.order.packageAttachment?.packages ?? []).filter(
    (candidate) => candidate.invoiceNumber === invoiceNumber
  )
  return bearing[bearing.length - 1]
}

function deliveredDate(
  world: World,
  stored: StoredOrder,
  before: WireCourierStatus,
  status: TrackingStatus
): string | null {
  if (status.deliveredDate) return storeDate(world, stored, status.deliveredDate)
  if (!status.isDelivered) return null
  if (before.finished) return before.deliveredDate
  return world.behaviour.readings.deliveredDateDefault === 'now' ? dotNetDate(world.now) : null
}

function mergeEvents(
  world: World,
  stored: StoredOrder,
  before: WireCourierEvent[],
  sent: TrackingEvent[] | null
): WireCourierEvent[] {
  if (sent === null) return before
  const made = sent.map((event) => ({
    lastChange: storeDate(world, stored, event.date),
    city: event.city,
    state: event.state,
    description: event.description,
    createDate: dotNetDate(world.now),
  }))
  switch (world.behaviour.readings.trackingPut) {
    case 'append':
      return [...made, ...before]
    case 'dedup':
      return made.reduce<WireCourierEvent[]>(
        (kept, event) => (kept.some((other) => sameEvent(event, other)) ? kept : [event, ...kept]),
        before
      )
    case 'replace':
      return made
  }
}

function sameEvent(one: WireCourierEvent, other: WireCourierEvent): boolean {
  return (
    one.lastChange === other.lastChange &&
    one.description === other.description &&
    one.city === other.city &&
    one.state === other.state
  )
}

/** By event date; a text that is no date stands where it was recorded. */
function newestFirst(events: WireCourierEvent[]): WireCourierEvent[] {
  const moment = (event: WireCourierEvent) =>
    parseDate(event.lastChange) ?? parseDate(event.createDate ?? '') ?? 0
  return [...events].sort((one, other) => moment(other) - moment(one))
}
