import { withTold, lateEntry } from '../domain/journal/activity'
import { epochOf } from '../domain/values/instant'
import { mayBeOrderId } from '../domain/order/orderId'
import type { ActivityEntry, Ports } from './ports'

const MOST = 500

/** What was done to one order through this app, newest first. Nothing where `first` is below one. @errors Fault VBASE */
export async function readActivity(
  ports: Pick<Ports, 'journals'>,
  orderId: string,
  first: number
): Promise<readonly ActivityEntry[]> {
  if (!mayBeOrderId(orderId)) return []
  const [{ activity, intents }, beside] = await Promise.all([
    ports.journals.read(orderId),
    ports.journals.toldBeside(orderId),
  ])
  // A send whose end nobody wrote down is shown as what it is.
  const unrecorded = intents.filter(({ isRecorded }) => !isRecorded)
  const open = unrecorded.map((intent) =>
    lateEntry(intent, intent.state === 'ACCEPTED' ? 'ACCEPTED' : 'UNKNOWN', 'not settled yet')
  )
  const isTold = ({ id, isOpen }: ActivityEntry): boolean =>
    !isOpen || !unrecorded.some((intent) => intent.id === id)
  return [...withTold(activity, beside).filter(isTold), ...open]
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => epochOf(b.entry.at) - epochOf(a.entry.at) || b.index - a.index)
    .slice(0, Math.max(0, Math.min(first, MOST)))
    .map(({ entry }) => entry)
}
