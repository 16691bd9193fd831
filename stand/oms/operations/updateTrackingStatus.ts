import { json, refuse } from '../answers'
import { dotNetDate } from '../dates'
import { optionalText, readObject } from '../invoice'
import type { TrackingEvent, TrackingStatus } from '../state'
import { findPackage } from '../tracking'
import { issueReceipt, schedule, type World } from '../world'
import { unreachableInvoice } from './updatePartialInvoice'
import type { OrderOperation } from './call'

/** Limit of an older page of VTEX's portal (oms §1.3). */
const DESCRIPTION_MAX = 5_000

/**
 * UpdateTrackingStatus: events and delivery of one package (oms §1.3).
 * @errors 404 Invoice Not Found; 500 on a number with a space; 400 on the shape; by reading 400
 *   without tracking number, without a key, or delivered without events
 */
export const updateTrackingStatus: OrderOperation = (world, stored, call) => {
  const unreachable = unreachableInvoice(world, stored, call)
  if (unreachable !== null) return unreachable
  const invoiceNumber = call.route.invoiceNumber!
  const { readings } = world.behaviour
  if (
    readings.putWithoutTrackingNumber === 'refuse' &&
    !findPackage(stored, invoiceNumber)!.trackingNumber
  ) {
    refuse(400, 'The invoice has no tracking number')
  }
  const status = readStatus(world, readObject(call.body))
  if (
    readings.deliveredWithoutEvents === 'refuse' &&
    status.isDelivered &&
    (status.events ?? []).length === 0
  ) {
    refuse(400, 'The field events is required')
  }
  const receipt = issueReceipt(world, stored.order.orderId)
  schedule(world, stored.order.orderId, world.behaviour.applyDelayMs, {
    kind: 'trackingStatus',
    invoiceNumber,
    status,
  })
  return json(200, receipt)
}

function readStatus(world: World, body: Record<string, unknown>): TrackingStatus {
  if (typeof body.isDelivered !== 'boolean') refuse(400, 'The field isDelivered is required')
  if (world.behaviour.readings.putRequiresAll === 'yes') {
    for (const name of ['deliveredDate', 'events']) {
      if (body[name] === undefined) refuse(400, `The field ${name} is required`)
    }
  }
  return {
    isDelivered: body.isDelivered as boolean,
    deliveredDate: optionalText(body, 'deliveredDate'),
    events: readEvents(world, body.events),
  }
}

function readEvents(world: World, events: unknown): TrackingEvent[] | null {
  if (events === undefined || events === null) return null
  if (!Array.isArray(events)) return refuse(400, 'The field events must be an array')
  return events.map((event, index) => {
    const fields = readObject(event)
    if (world.behaviour.readings.putRequiresAll === 'yes') {
      for (const name of ['date', 'description', 'city', 'state']) {
        if (typeof fields[name] !== 'string') {
          refuse(400, `The field events[${index}].${name} is required`)
        }
      }
    }
    const description = optionalText(fields, 'description') ?? ''
    if (description.length > DESCRIPTION_MAX) {
      refuse(400, `The field events[${index}].description is longer than ${DESCRIPTION_MAX}`)
    }
    return {
      date: optionalText(fields, 'date') || dotNetDate(world.now),
      description,
      city: optionalText(fields, 'city') ?? '',
      state: optionalText(fields, 'state') ?? '',
    }
  })
}
