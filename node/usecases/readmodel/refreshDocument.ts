import {
  documentOf,
  isKept,
  type OrderDocument,
  type StandingOrder,
} from '../../domain/readmodel/orderDocument'
import type { Order } from '../../domain/order/order'
import { assembleView } from '../reading/assembleView'
import { parcelsForShowing, readChanges, readOrder, readSettings } from '../reading/liveReads'
import { noteNumbers } from '../reading/noteNumbers'
import { readMomentOf } from '../reading/readMoments'
import type { Journal, Ports } from '../ports'
import type { OrderDocumentsPort } from './ports'

/** Between two looks for an order that OMS does not know: it is believed the second time. */
const SECOND_LOOK_MS = 1_000

export interface RefreshParts {
  readonly documents: OrderDocumentsPort
  readonly keepClosedDays: number
}

/**
 * Has one document say what its order is now: the journal first, then the moment and the order, so that whatever the
 * journal no longer names the order shows. Twice is once, and of two at once the one that was asked for later stays.
 * @errors Fault of whoever did not answer
 */
export async function refreshDocument(
  ports: Ports,
  parts: RefreshParts,
  orderId: string
): Promise<void> {
  const journal = await ports.journals.read(orderId)
  const order = await readOrder(ports, orderId)
  if (order !== null) {
    noteNumbers(ports, order)
    return keepDocument(ports, parts, await standingOf(ports, order, journal))
  }
  await ports.clock.sleep(SECOND_LOOK_MS)
  if ((await readOrder(ports, orderId)) === null) await parts.documents.remove(orderId)
}

async function standingOf(ports: Ports, order: Order, journal: Journal): Promise<StandingOrder> {
  const [settings, parcels, changes] = await Promise.all([
    readSettings(ports),
    parcelsForShowing(ports, order.orderId),
    readChanges(ports, order, false),
  ])
  const nowMs = ports.clock.now()
  return assembleView(order, { journal, parcels, settings, changes, nowMs, rights: new Set() })
}

/**
 * The document of an order that was read just now, stored, or removed where it is kept no longer.
 * @errors Fault MASTERDATA
 */
export async function keepDocument(
  ports: Pick<Ports, 'clock' | 'settings'>,
  { documents, keepClosedDays }: RefreshParts,
  view: StandingOrder
): Promise<void> {
  const made = await documentFor(ports, keepClosedDays, view)
  if (made?.isKept) await documents.put(made.document)
  else if (made) await documents.remove(made.document.orderId)
}

/** Null for an order made up by this app, of what it has sent: the next reading tells. */
export async function documentFor(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  keepClosedDays: number,
  view: StandingOrder
): Promise<{ readonly document: OrderDocument; readonly isKept: boolean } | null> {
  const readAtMs = readMomentOf(view.order)
  if (readAtMs === null) return null
  const { carriers } = await settings.read()
  const document = documentOf(view, { readAtMs, keepClosedDays, carriers })
  return { document, isKept: isKept(document, keepClosedDays, clock.now()) }
}
