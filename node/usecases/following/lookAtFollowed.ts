import { isUnsettled, LOOKS_AFTER_MS, type FollowedOrder } from '../../domain/following/followed'
import { hangingOf } from '../../domain/following/hanging'
import type { JournalEvent } from '../../domain/journal/event'
import { standingIntents } from '../../domain/journal/intents'
import { isOlderReading } from '../../domain/journal/record'
import { isFault } from '../../domain/problem/fault'
import { buildLedger } from '../../domain/standing/ledger'
import { stageOf } from '../../domain/standing/stage'
import { instantAt } from '../../domain/values/instant'
import { momentOfId } from '../../domain/values/momentId'
import { enter } from '../journalEntries'
import { inParallel } from '../reading/inParallel'
import { readOrder } from '../reading/liveReads'
import { noteNumbers } from '../reading/noteNumbers'
import type { ClaimsPort, Clock, Log, Ports } from '../ports'
import type { FollowedPlace, Following } from './ports'
import { tellNews } from './tellNews'

/** What the handler reaches that looks at followed orders. */
export interface LookPorts {
  readonly following: Following
  readonly claims: ClaimsPort
  readonly clock: Clock
  readonly log: Log
  /** Resolves when the next order may be read in OMS; at once with false where that is after `until`. */
  readonly turn: (until: number) => Promise<boolean>
  /** For one order, on the app's own token, at the pace that all share; the activity names `by`. */
  readonly portsOf: (by: string) => Ports
}
/** For this long a handler begins looks; the rest of its time is for those under way. */
const WORK_MS = 10_000
const ORDERS_AT_ONCE = 8
/** Who the activity names. */
export const WATCH = 'watch'

/**
 * Looks at the followed orders whose time has come: what they show by now is told to other apps, what hangs is told to
 * people, and what is through is followed no more. Some seconds of it, then a nudge for the next handler.
 */
export async function lookAtFollowed(ports: LookPorts): Promise<void> {
  const { claims, clock, following } = ports
  const endsAt = clock.now() + WORK_MS
  const held = await claims.hold('followed orders', 0, async () => {
    let isMore = false
    for (const [look, afterMs] of LOOKS_AFTER_MS.entries()) {
      const before = clock.now() - afterMs
      const places = await following.followed.list(look)
      const due = places.filter(({ id }) => momentOfId(id) <= before)
      const looks = await inParallel(due, ORDERS_AT_ONCE, (place) =>
        lookAtOne(ports, place, endsAt)
      )
      isMore ||= looks.includes('not begun')
    }
    return isMore
  })
  if (held.held && held.value) await following.nudge('MORE')
}

/** A look that fails is made again by the next handler: it changes nothing that a second one could not change again. */
async function lookAtOne(
  ports: LookPorts,
  place: FollowedPlace,
  endsAt: number
): Promise<'begun' | 'not begun'> {
  const { following, clock, log, turn } = ports
  if (clock.now() >= endsAt || !(await turn(endsAt))) return 'not begun'
  try {
    const followed = await following.followed.read(place)
    if (followed !== null) await look(ports, place, followed)
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'Following', detail: error.message })
  }
  return 'begun'
}

async function look(
  { following, portsOf, clock, log }: LookPorts,
  place: FollowedPlace,
  { orderId, known, found }: FollowedOrder
): Promise<void> {
  const { followed, news } = following
  const ports = portsOf(WATCH)
  // In this order: whatever the journal no longer names, the order shows.
  const journal = await ports.journals.read(orderId)
  const order = await readOrder(ports, orderId)
  if (order === null) return followed.remove(place)
  const nowMs = clock.now()
  if (isOlderReading(order, journal.invoices, nowMs)) return
  noteNumbers(ports, order)
  const ledger = buildLedger(order, standingIntents(journal, order, nowMs), journal.invoices)
  const telling = await tellNews({ news, clock, log }, order, stageOf(order, ledger), known)

  const hanging = hangingOf(order, ledger, journal, momentOfId(place.id), nowMs).filter(
    ({ mark }) => !found.includes(mark)
  )
  const events: readonly JournalEvent[] = [
    { happened: 'ORDER_READ', order, nowMs, known: journal },
    ...hanging.map(({ mark, operation, invoiceNumber, receipt, words }): JournalEvent => ({
      happened: 'TOLD',
      entry: {
        operation,
        invoiceNumber,
        receipt,
        id: `${place.id} ${mark}`,
        at: instantAt(nowMs),
        actor: WATCH,
        outcome: 'ACCEPTED',
        summary: words,
      },
    })),
  ]
  const isOpen = journal.intents.length + (journal.tracking ?? []).length > 0
  if (isOpen || hanging.length > 0) await enter(ports, orderId, events)

  const next = place.look + 1
  const isThrough = telling.isAll && !isUnsettled(order, ledger, journal)
  if (isThrough || (telling.isAll && next >= LOOKS_AFTER_MS.length)) return followed.remove(place)
  const seen: FollowedOrder = {
    orderId,
    known: telling.known,
    found: [...found, ...hanging.map(({ mark }) => mark)],
  }
  // What could not be told is tried again by the next handler, however old it is.
  if (!telling.isAll) return followed.put(place, seen)
  await followed.put({ ...place, look: next }, seen)
  await followed.remove(place)
}
