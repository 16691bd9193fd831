import { instantAt } from '../values/instant'
import type { Order, Package } from '../order/order'
import { isSameInvoiceNumber } from '../package/invoiceNumber'
import { packageOf } from '../package/packageOf'
import { showsTexts } from '../tracking/trackingEdit'
import { showsStatus } from '../tracking/trackingStatus'
import { foundOut, lateEntry } from './activity'
import type { EditIntent, Intent, TrackingIntent } from './intent'
import { cameTooLate, isShown, showsAnother, standingIntents } from './intents'
import { isUnderWay, type ActivityEntry, type Journal } from './journal'
import { recordFrom, withRecord } from './record'
import { isPast } from './waiting'

/** Its sends are there, if only as empty lists. */
export type JournalInStep = Journal & Required<Pick<Journal, 'tracking' | 'edits'>>

/**
 * Puts a journal in step with what the order shows: intents whose invoice is there end, with their record and, where
 * whoever sent them died before saying so, their activity. `known` is the journal as it was before the order was read:
 * what came into it later the order cannot tell of.
 */
export function inStepWith(
  journal: Journal,
  order: Order,
  nowMs: number,
  known?: Journal
): JournalInStep {
  const isKnown: IsKnown = (one) => known === undefined || isUnderWay(known, one.id)
  const shown = journal.intents.filter((intent) => isKnown(intent) && isShown(intent, order))
  const isAnother = (intent: Intent): boolean => showsAnother(intent, order)
  const standing = standingIntents(journal, order, nowMs)
  const left = journal.intents.filter(
    (intent) => !isKnown(intent) || (standing.includes(intent) && !shown.includes(intent))
  )
  const shownAt = instantAt(nowMs)
  const found = [
    ...shown
      .filter(({ isRecorded, state }) => !isRecorded || state !== 'ACCEPTED')
      .map((intent) =>
        isAnother(intent)
          ? lateEntry(intent, 'UNKNOWN', 'the order shows other content under this number')
          : lateEntry(intent, 'APPLIED', FOUND)
      ),
    ...journal.intents
      .filter((intent) => isKnown(intent) && cameTooLate(intent, order, nowMs))
      .map((intent) => lateEntry(intent, 'FAILED', 'the order was invoiced without it')),
    ...openEnds(journal, order, isKnown),
  ]
  return {
    ...journal,
    intents: left,
    invoices: shown
      .filter((intent) => !isAnother(intent))
      .map((intent) => ({ ...recordFrom(intent), shownAt }))
      .reduce(withRecord, journal.invoices),
    tracking: (journal.tracking ?? []).filter(
      (intent) => !isKnown(intent) || !isDone(intent, order, left, nowMs)
    ),
    edits: (journal.edits ?? []).filter(
      (edit) => !isKnown(edit) || !isEditDone(edit, order, nowMs)
    ),
    activity: found.reduce(foundOut, journal.activity),
  }
}

const FOUND = 'found by reading the order'

type IsKnown = (one: { readonly id: string }) => boolean

/** Edits and events whose caller died, and which the order shows. */
function openEnds(journal: Journal, order: Order, isKnown: IsKnown): readonly ActivityEntry[] {
  const isThere = (intent: EditIntent | TrackingIntent): boolean => {
    const stored = packageOf(order, intent.invoiceNumber)
    if (stored === null) return false
    return 'tracking' in intent
      ? showsTexts(stored, intent.tracking) && !intent.tracking.dispatchedDate
      : showsStatus(stored, intent)
  }
  return [...(journal.edits ?? []), ...(journal.tracking ?? [])].flatMap((intent) => {
    const entry = journal.activity.find(({ id, isOpen }) => isOpen && id === intent.id)
    if (!entry || !isKnown(intent) || !isThere(intent)) return []
    return [{ ...entry, outcome: 'APPLIED', summary: FOUND }]
  })
}

/** A tracking status that the package shows is done, but not while a replacement may still take it away. */
function isDone(
  intent: TrackingIntent,
  order: Order,
  open: readonly Intent[],
  nowMs: number
): boolean {
  const stored = packageOf(order, intent.invoiceNumber)
  if (stored === null) return false
  if (!showsStatus(stored, intent)) return isKeptDelivered(stored, intent, nowMs)
  const isThreatened = open.some(
    ({ invoiceNumber, isReplacement }) =>
      isReplacement && isSameInvoiceNumber(invoiceNumber, intent.invoiceNumber)
  )
  return !isThreatened || isPast(intent, nowMs)
}

/** OMS took that a delivery is taken back, and keeps it all the same (oms §12): sending it again changes nothing. */
function isKeptDelivered(stored: Package, intent: TrackingIntent, nowMs: number): boolean {
  const { state, isDelivered } = intent
  const isTakenBack = state === 'ACCEPTED' && !isDelivered && isPast(intent, nowMs)
  return isTakenBack && showsStatus(stored, { ...intent, isDelivered: true })
}

function isEditDone(edit: EditIntent, order: Order, nowMs: number): boolean {
  if (isPast(edit, nowMs)) return true
  const stored = packageOf(order, edit.invoiceNumber)
  return stored !== null && showsTexts(stored, edit.tracking)
}
