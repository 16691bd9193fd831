import type { TrackingCommand } from '../invoice/command'
import { epochOf, type Instant } from '../values/instant'
import type { EditIntent, InvoiceRecord } from '../journal/intent'
import { readMoment } from '../problem/moments'
import type { Package } from '../order/order'
import type { OutgoingTracking } from '../package/outgoing'
import type { Problem } from '../problem/problem'
import { problem } from '../problem/problems'
import { textTooLong } from '../problem/texts'
import { isDelivered } from '../standing/stage'
import {
  cleanTrackingNumber,
  sameTrackingNumber,
  trackingNumberProblem,
} from '../package/trackingNumber'
import { bareText } from '../values/bareText'
import { cleanUrl, urlFlaw } from '../values/urls'

const TEXTS = ['trackingNumber', 'trackingUrl', 'courier'] as const

const CLEAN: Readonly<Record<(typeof TEXTS)[number], (text: string) => string>> = {
  trackingNumber: cleanTrackingNumber,
  trackingUrl: cleanUrl,
  courier: (text) => text.trim(),
}

/** Tracking fields as a caller named them, judged by themselves. */
export interface TrackingRead {
  /** The given fields and no others, as they go out. */
  readonly tracking: OutgoingTracking
  readonly problems: readonly Problem[]
}

export function readTracking(command: TrackingCommand, nowMs: number): TrackingRead {
  const tracking: { -readonly [K in keyof OutgoingTracking]: OutgoingTracking[K] } = {}
  const problems: Problem[] = []
  for (const name of TEXTS) {
    const value = command[name]
    if (value === null) continue
    const found = textProblem(name, value)
    if (found) problems.push(found)
    else tracking[name] = CLEAN[name](value)
  }
  const dispatched =
    command.dispatchedDate === ''
      ? {
          moment: null,
          problem: problem('TRACKING_EMPTY', { field: ['tracking', 'dispatchedDate'] }),
        }
      : readMoment(command.dispatchedDate, nowMs, ['tracking', 'dispatchedDate'])
  if (dispatched.problem) problems.push(dispatched.problem)
  else if (dispatched.moment) tracking.dispatchedDate = dispatched.moment
  if (problems.length === 0 && Object.keys(tracking).length === 0)
    problems.push(problem('TRACKING_EMPTY', { field: ['tracking'] }))
  return { tracking, problems }
}

export interface TrackingEdit {
  /** The given fields and no others. */
  readonly tracking: OutgoingTracking
  readonly problems: readonly Problem[]
  /** True where OMS holds every given value, as far as it can be told. */
  readonly isKnown: boolean
  /** True where OMS has taken all of it from us and does not show it yet. */
  readonly isAccepted: boolean
  /** Field by field, in words. */
  readonly summary: string
}

/** Judges an edit of a package's tracking (design §2.3); edits that are on their way count as there. */
export function decideTrackingEdit(
  stored: Package,
  underWay: readonly EditIntent[],
  record: InvoiceRecord | null,
  command: TrackingCommand,
  nowMs: number
): TrackingEdit {
  const read = readTracking(command, nowMs)
  const { tracking } = read
  const problems = [...read.problems]
  const expected = withEdits(stored, underWay)
  const accepted = underWay.filter((edit) => edit.isAccepted)
  const { trackingNumber } = tracking
  if (
    trackingNumber &&
    expected.trackingNumber &&
    !sameTrackingNumber(trackingNumber, expected.trackingNumber)
  )
    problems.push(
      problem('TRACKING_REPLACES', {
        field: ['tracking', 'trackingNumber'],
        facts: { stored: expected.trackingNumber },
      })
    )
  const dispatched = tracking.dispatchedDate ?? null
  problems.push(...dispatchAfterDelivery(stored, dispatched, ['tracking', 'dispatchedDate']))
  const willShow = showsTexts(expected, tracking)
  return {
    tracking,
    problems,
    isKnown: willShow && showsTracking(stored, record, tracking),
    // What nobody answered for may not come: it goes out again.
    isAccepted: willShow && showsTracking(withEdits(stored, accepted), record, tracking),
    summary: summaryOf(expected, record, tracking),
  }
}

/** The package as it will be once these edits are applied. */
export function withEdits(
  stored: Package,
  edits: readonly Pick<EditIntent, 'tracking'>[]
): Package {
  return edits.reduce<Package>((before, edit) => ({ ...before, ...textsOf(edit.tracking) }), stored)
}

/** Whether a package shows the given values. A dispatch date shows only in our own record: GET has none (oms §2.4). */
export function showsTracking(
  stored: Package,
  record: InvoiceRecord | null,
  tracking: OutgoingTracking
): boolean {
  const { dispatchedDate } = tracking
  const known = record?.dispatchIsUnsure ? null : (record?.dispatchedDate ?? null)
  if (dispatchedDate && !sameSecond(known, dispatchedDate)) return false
  return showsTexts(stored, tracking)
}

/** As showsTracking, but for the dispatch date, which no read can show. */
export function showsTexts(stored: Package, tracking: OutgoingTracking): boolean {
  return TEXTS.every((name) => {
    const value = tracking[name]
    return value === undefined || value === null || value === stored[name]
  })
}

/**
 * The second try where OMS demands a field that was not given: stored values are added, and dispatchedDate null only
 * where our record shows that there never was one (design §2.3). Null where what OMS demands is not known.
 */
export function withStoredValues(
  stored: Package,
  record: InvoiceRecord | null,
  tracking: OutgoingTracking,
  omsMessage: string
): OutgoingTracking | null {
  const demanded = [...TEXTS, 'dispatchedDate' as const].filter(
    (name) => tracking[name] === undefined && inWords(name).test(omsMessage)
  )
  if (demanded.length === 0) return null
  const neverDispatched = record !== null && record.wroteInvoice && record.dispatchedDate === null
  const known = record?.dispatchedDate ?? null
  if (demanded.includes('dispatchedDate') && known === null && !neverDispatched) return null
  return {
    trackingNumber: stored.trackingNumber,
    trackingUrl: stored.trackingUrl,
    courier: stored.courier,
    ...(known !== null || neverDispatched ? { dispatchedDate: known } : {}),
    ...tracking,
  }
}

/** A field's name as messages write it: trackingNumber, tracking_number, Tracking number. */
function inWords(name: string): RegExp {
  return new RegExp(name.replace(/[A-Z]/, '[\\s_-]?$&'), 'i')
}

/** A dispatch that is named for a parcel which arrived before it. */
export function dispatchAfterDelivery(
  stored: Package,
  dispatched: Instant | null,
  field: readonly string[]
): readonly Problem[] {
  const delivered = stored.courierStatus?.deliveredDate ?? null
  if (dispatched === null || !isDelivered(stored) || !isBefore(delivered, dispatched)) return []
  return [deliveredBeforeDispatch(field, dispatched)]
}

export function deliveredBeforeDispatch(
  field: readonly string[],
  dispatchedDate: Instant
): Problem {
  return problem('DELIVERED_BEFORE_DISPATCH', { field, facts: { dispatchedDate } })
}

/** A delivery date travels by the minute (oms §1.4), so it lies before only where its whole minute does. */
export function isBefore(delivered: Instant | null, dispatched: Instant): boolean {
  return (
    delivered !== null &&
    Math.floor(epochOf(delivered) / 60_000) < Math.floor(epochOf(dispatched) / 60_000)
  )
}

function textProblem(name: (typeof TEXTS)[number], value: string): Problem | null {
  const field = ['tracking', name]
  if (bareText(value) === '') return problem('TRACKING_EMPTY', { field })
  const reason = name === 'trackingUrl' ? urlFlaw(cleanUrl(value)) : null
  if (reason) return problem('URL_INVALID', { field, facts: { reason } })
  const noNumber = name === 'trackingNumber' ? trackingNumberProblem(value, field) : null
  return noNumber ?? textTooLong(name, value, field)
}

function textsOf(tracking: OutgoingTracking): Partial<Package> {
  const { trackingNumber, trackingUrl, courier } = tracking
  const given = Object.entries({ trackingNumber, trackingUrl, courier })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

function sameSecond(a: Instant | null, b: Instant): boolean {
  return a !== null && Math.floor(epochOf(a) / 1000) === Math.floor(epochOf(b) / 1000)
}

function summaryOf(
  stored: Package,
  record: InvoiceRecord | null,
  tracking: OutgoingTracking
): string {
  return Object.entries(tracking)
    .map(([name, value]) => {
      const before =
        name === 'dispatchedDate' ? record?.dispatchedDate : stored[name as (typeof TEXTS)[number]]
      return `${name}: ${before || 'none'} → ${value ?? 'none'}`
    })
    .join('; ')
}
