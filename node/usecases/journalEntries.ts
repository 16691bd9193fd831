import { isFault } from '../domain/problem/fault'
import type { JournalEvent } from '../domain/journal/event'
import { isUnderWay } from '../domain/journal/journal'
import { step, stepThrough } from '../domain/journal/step'
import type { Journal, Ports } from './ports'

type Journals = Pick<Ports, 'journals'>
type Logged = Pick<Ports, 'journals' | 'log'>

/** Said when it is saved, and again where another writer came between: its moment is that of the save that counts. */
export type EventsNow = () => readonly JournalEvent[]

/** Which journal, and under which of VTEX's names for flows it is logged that it cannot be written. */
export interface JournalOf {
  readonly orderId: string
  readonly name: string
}

/** Writes what happened into the newest journal. @errors Fault VBASE */
export function enter(
  ports: Journals,
  orderId: string,
  events: readonly JournalEvent[]
): Promise<Journal> {
  return enterNow(ports, orderId, () => events)
}

/** As `enter`. @errors Fault VBASE */
export function enterNow(
  { journals }: Journals,
  orderId: string,
  eventsNow: EventsNow
): Promise<Journal> {
  return journals.update(orderId, (journal) => stepThrough(journal, eventsNow()))
}

/**
 * Only into the journal that was decided on. Null where somebody has written it since: then nothing is written.
 * @errors Fault VBASE
 */
export function enterDecided(
  { journals }: Journals,
  orderId: string,
  decidedOn: Journal,
  eventsNow: EventsNow
): Promise<Journal | null> {
  return journals.updateDecided(orderId, decidedOn, (journal) => stepThrough(journal, eventsNow()))
}

/** As `enter`, where a journal that fails must not fail the call. Null where it failed: the log tells. */
export function enterOrLog(
  ports: Logged,
  of: JournalOf,
  events: readonly JournalEvent[]
): Promise<Journal | null> {
  return orLog(ports, of, () => enter(ports, of.orderId, events))
}

/**
 * Takes what was written down for a send out of the journal again, because nothing went out or OMS refused it. To be done
 * while the order is still held: what stays in there is taken for under way, and the next call sends it along. Where it
 * may not have been written at all, this save sees to it that it never is: whatever is still on its way loses its match.
 * False where it stays, or where somebody has taken it up already: then nobody may say that nothing will come of it.
 */
export async function takeBack(
  ports: Logged,
  of: JournalOf,
  id: string,
  event: JournalEvent
): Promise<boolean> {
  let isFree = false
  const written = await orLog(ports, of, () =>
    ports.journals.update(of.orderId, (journal) => {
      // What nobody has begun to tell of was never written: a send is written down together with its activity.
      isFree = isUnderWay(journal, id) || !journal.activity.some((entry) => entry.id === id)
      return step(journal, event)
    })
  )
  return written !== null && isFree
}

async function orLog(
  { log }: Logged,
  { orderId, name }: JournalOf,
  write: () => Promise<Journal>
): Promise<Journal | null> {
  try {
    return await write()
  } catch (error) {
    if (!isFault(error)) throw error
    log.error({ flow: name, orderId, detail: error.message })
    return null
  }
}
