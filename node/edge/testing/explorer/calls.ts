import type {
  InvoiceCommand,
  TrackingCommand,
  TrackingStatusCommand,
} from '../../../domain/invoice/command'
import { packageVersion } from '../../../domain/package/packageVersion'
import { CATALOGUE } from '../../../domain/problem/problems'
import type { ProblemCode } from '../../../domain/problem/problem'
import type { FulfillResult, WriteResult } from '../../../usecases/commands'
import { fulfill } from '../../../usecases/fulfill'
import { notifyInvoice } from '../../../usecases/notifyInvoice'
import type { Operation as Deed, Ports } from '../../../usecases/ports'
import { startHandling } from '../../../usecases/startHandling'
import { someInvoice } from '../../../usecases/testing/someOrder'
import { updatePartialInvoice } from '../../../usecases/updatePartialInvoice'
import { updateTrackingStatus } from '../../../usecases/updateTrackingStatus'

/** The order that most scenarios are about: its value is 115.00. */
export const ID = '1400-01'
/** Whoever calls here has read every warning. */
const ALL_CODES = Object.keys(CATALOGUE) as ProblemCode[]

/** One call of a caller, in the words of its scenario. */
export interface Call {
  readonly deed: Deed
  readonly orderId: string
  readonly says: string
  readonly invoiceNumber: string | null
  readonly invoice?: InvoiceCommand
  readonly replaces?: boolean
  readonly tracking?: TrackingCommand
  readonly status?: TrackingStatusCommand
  readonly run: (ports: Ports) => Promise<WriteResult>
  /** Of a call that does several things: what it asks for, and how each ended that came to its turn. */
  readonly asks?: readonly Call[]
  readonly heard?: (result: WriteResult) => readonly Heard[]
}

/** What a caller heard of one thing that it asked for. */
export interface Heard {
  readonly call: Call
  readonly result: WriteResult
}

export function invoice(given: Partial<InvoiceCommand>, orderId = ID): Call {
  const command = someInvoice(given)
  const { invoiceNumber, invoiceValue } = command
  return {
    orderId,
    invoiceNumber,
    invoice: command,
    deed: 'NOTIFY_INVOICE',
    says: `invoice ${invoiceNumber} over ${(invoiceValue as number | null) ?? 'the rest'}`,
    run: (ports) => notifyInvoice(ports, orderId, command, ALL_CODES, null),
  }
}

/** Replaces what the caller finds stored when it begins. */
export function replacing(given: Partial<InvoiceCommand>, accept = ALL_CODES): Call {
  const call = invoice(given)
  const command = someInvoice(given)
  return {
    ...call,
    replaces: true,
    says: `replace ${call.invoiceNumber}`,
    run: async (ports) => {
      // Whoever cannot look names a version that is none.
      const order = await ports.orders.get(ID).catch(() => null)
      const stored = order?.packages.find((one) => one.invoiceNumber === call.invoiceNumber)
      return notifyInvoice(ports, ID, command, accept, stored ? packageVersion(stored) : 'none')
    },
  }
}

export function edit(invoiceNumber: string, given: Partial<TrackingCommand>): Call {
  const tracking = {
    trackingNumber: null,
    trackingUrl: null,
    courier: null,
    dispatchedDate: null,
    ...given,
  }
  return {
    invoiceNumber,
    tracking,
    orderId: ID,
    deed: 'UPDATE_PARTIAL_INVOICE',
    says: `tracking of ${invoiceNumber}: ${Object.keys(given).join(', ')}`,
    run: (ports) => updatePartialInvoice(ports, ID, invoiceNumber, tracking, ALL_CODES),
  }
}

/** Scans by their hour before noon; `accept` is empty, as a carrier's program sends it. */
export function scans(invoiceNumber: string, hours: readonly number[], isDelivered = false): Call {
  return events(
    invoiceNumber,
    hours.map((hour) => `2026-03-10T${String(hour).padStart(2, '0')}:00:00Z`),
    isDelivered
  )
}

export function events(invoiceNumber: string, dates: readonly string[], isDelivered = false): Call {
  const status: TrackingStatusCommand = {
    isDelivered,
    deliveredDate: null,
    events: dates.map((date) => ({
      date,
      description: `scan ${date.slice(11, 13)}`,
      city: null,
      state: null,
    })),
  }
  return {
    invoiceNumber,
    status,
    orderId: ID,
    deed: 'UPDATE_TRACKING_STATUS',
    says: `scans of ${invoiceNumber}: ${dates.length}${isDelivered ? ', delivered' : ''}`,
    run: (ports) => updateTrackingStatus(ports, ID, invoiceNumber, status, []),
  }
}

export function handling(): Call {
  return {
    orderId: ID,
    deed: 'START_HANDLING',
    invoiceNumber: null,
    says: 'start handling',
    run: (ports) => startHandling(ports, ID),
  }
}

/** All that these calls ask of one invoice, in one call: at most one of each kind. */
export function fulfilling(...calls: readonly Call[]): Call {
  const [first] = calls
  const given = <T>(of: (call: Call) => T | undefined): T | null =>
    calls.map(of).find(Boolean) ?? null
  const invoiceCommand = given((call) => call.invoice)
  const command = {
    invoice: invoiceCommand,
    invoiceNumber: invoiceCommand ? null : first.invoiceNumber,
    tracking: given((call) => call.tracking),
    status: given((call) => call.status),
  }
  return {
    ...first,
    says: `fulfil: ${calls.map(({ says }) => says).join('; ')}`,
    run: async (ports) => {
      const { steps, ...rest } = await fulfill(ports, ID, command, ALL_CODES)
      return { ...rest, steps, receipt: null }
    },
    asks: calls,
    heard: (result) =>
      (result as WriteResult & FulfillResult).steps.map((step) => ({
        call: calls.find(({ deed }) => deed === step.operation)!,
        result: { ...result, ...step },
      })),
  }
}
