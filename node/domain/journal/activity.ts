import type { Intent } from './intent'
import type { ActivityEntry } from './journal'

/** Newest entries kept: an order rarely sees ten. */
const MOST_KEPT = 500

const NOT_WRITTEN_DOWN = 'sent; how it ended was not written down'

/** An entry from before the send: should nobody live to write down how it ended, it still tells that it went out. */
export function begun(entry: Omit<ActivityEntry, 'outcome' | 'receipt'>): ActivityEntry {
  const summary = [entry.summary, NOT_WRITTEN_DOWN].filter(Boolean).join('; ')
  return { ...entry, summary, outcome: 'UNKNOWN', receipt: null, isOpen: true }
}

/** Ends the open entry of the same write; else one more. What its own call has told once stays. */
export function told(
  activity: readonly ActivityEntry[],
  entry: ActivityEntry
): readonly ActivityEntry[] {
  const isIt = (one: ActivityEntry): boolean =>
    entry.id !== undefined && one.id === entry.id && one.isOpen === true
  return activity.some(isIt)
    ? activity.map((one) => (isIt(one) ? entry : one))
    : [...activity, entry]
}

/** With what could only be told beside the journal; what is in there all the same stays as it is. */
export function withTold(
  activity: readonly ActivityEntry[],
  beside: readonly ActivityEntry[]
): readonly ActivityEntry[] {
  return beside.reduce((all, entry) => {
    const isThere = all.some(({ id, isOpen }) => id === entry.id && id !== undefined && !isOpen)
    return isThere ? all : told(all, entry)
  }, activity)
}

/** As somebody else found out: should the call itself still live, its own words replace these. */
export function foundOut(
  activity: readonly ActivityEntry[],
  entry: ActivityEntry
): readonly ActivityEntry[] {
  const isOpen = activity.some((one) => one.isOpen && one.id === entry.id)
  return told(activity, isOpen ? { ...entry, isOpen } : entry)
}

/** Of an invoice, as somebody else tells how it ended. */
export function lateEntry(
  { id, sentAt, actor, invoiceNumber, type, receipt, summary }: Intent,
  outcome: ActivityEntry['outcome'],
  words: string
): ActivityEntry {
  return {
    id,
    actor,
    invoiceNumber,
    type,
    outcome,
    at: sentAt,
    operation: 'NOTIFY_INVOICE',
    receipt: receipt?.receipt ?? null,
    summary: [summary, words].filter(Boolean).join('; '),
  }
}

/**
 * The newest entries. A carrier may report a parcel's way hundreds of times, so what tells of invoices, with receipts
 * that are nowhere else, goes last.
 */
export function newestOf(activity: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const isOfTracking = ({ operation }: ActivityEntry): boolean =>
    operation === 'UPDATE_TRACKING_STATUS' || operation === 'UPDATE_PARTIAL_INVOICE'
  let tooMany = activity.length - MOST_KEPT
  const kept = activity.filter((entry) => !(isOfTracking(entry) && tooMany-- > 0))
  return kept.slice(-MOST_KEPT)
}
