import { isFault } from '../../domain/problem/fault'
import { rests, type ReadModel } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import type { Log, Ports } from '../ports'
import { inParallel } from '../reading/inParallel'
import type { ReadModelPorts } from './ports'
import { refreshDocument } from './refreshDocument'

/** So long a handler waits for its turn at OMS: VTEX tells an event again that has no answer after 0.8 s (batches §1). */
const TURN_WAIT_MS = 3_000
/** Who the activity names. */
const BY = 'orders broadcast'

/** What an event of VTEX says of an order: that it may have changed. */
export interface HeardOrder {
  readonly orderId: string
  /** The status that it went to, as the event says. */
  readonly status: string
}

export interface HearingPorts extends Omit<ReadModelPorts, 'readModel'> {
  /** The read model as this process knows it. @errors Fault VBASE */
  known(): Promise<ReadModel>
  /**
   * False where this process has heard the same seconds ago: VTEX tells a status once for each domain of an order, and
   * some of them again.
   */
  isNews(heard: HeardOrder): boolean
  /** Resolves when the next order may be read in OMS; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  /** For one order, on the app's own token, at the pace that all share; the activity names `by`. */
  readonly portsOf: (by: string) => Ports
}

/**
 * Others may have changed an order: its document is read anew. What cannot be read now is noted, so that the rota reads it
 * next. Nothing is told to whoever sent the event: VTEX would send it again, beside all that it sends already.
 * @param heard null: the event says nothing that could be understood
 */
export async function hearOfOrder(ports: HearingPorts, heard: HeardOrder | null): Promise<void> {
  const model = await orNull(ports.log, heard, () => ports.known())
  if (!model?.isOn) return
  if (heard === null) {
    ports.log.warn({ flow: 'ReadModel', detail: 'an event of an order names none' })
    return
  }
  if (!ports.isNews(heard)) return
  const isRead = await orNull(ports.log, heard, () => readNow(ports, model, heard))
  if (!isRead) await orNull(ports.log, heard, () => noteForRota(ports, heard))
  await ports.nudge('LOOKED')
}

/** Orders at once: an event that has no answer after 0.8 s is told again (batches §1). */
const AT_ONCE = 5

/**
 * The same of orders that a hook told of, each once and after it was quiet for a moment: what was heard of it before says
 * nothing, for it may have changed again.
 */
export async function hearOfOrders(
  ports: Omit<HearingPorts, 'isNews'>,
  orderIds: readonly string[]
): Promise<void> {
  await inParallel(orderIds, AT_ONCE, (orderId) =>
    hearOfOrder({ ...ports, isNews: () => true }, { orderId, status: 'changed' })
  )
}

/** False where it is not its turn: people and batches come first, and after too many calls all rest. */
async function readNow(
  { clock, documents, turn, portsOf }: HearingPorts,
  model: ReadModel,
  { orderId }: HeardOrder
): Promise<boolean> {
  if (rests(model, clock.now()) || !(await turn(clock.now() + TURN_WAIT_MS))) return false
  await refreshDocument(portsOf(BY), { documents, keepClosedDays: model.keepClosedDays }, orderId)
  return true
}

async function noteForRota(
  { clock, documents }: HearingPorts,
  { orderId }: HeardOrder
): Promise<void> {
  await documents.note(orderId, instantAt(clock.now()))
}

/** Null where somebody did not answer: what is missed is found by the rota. */
async function orNull<T>(
  log: Log,
  heard: HeardOrder | null,
  call: () => Promise<T>
): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'ReadModel', orderId: heard?.orderId, detail: error.message })
    return null
  }
}
