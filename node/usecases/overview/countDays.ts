import { DayCount, settledDay } from '../../domain/overview/countedDay'
import { dayPlus, startOf, type Day } from '../../domain/overview/days'
import {
  areTilesDue,
  daysDue,
  tallyFor,
  wholeSince,
  withCounted,
  withTiles,
  type CountOfDay,
  type TallyState,
} from '../../domain/overview/tallyState'
import { isFault } from '../../domain/problem/fault'
import { rests, tellsQueues, type ReadModel } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import { countTiles, NO_FILTERS } from './countTiles'
import type { OverviewWorkPorts } from './ports'

/** For this long a handler begins days. */
const WORK_MS = 8_000
/** Days that are counted before it is said how far it is: whoever dies in between leaves these to be counted again. */
const DAYS_AT_ONCE = 6
/** Where a store tells none. */
const UTC = 'UTC'
/** Who the activity would name. */
const BY = 'read model'

/**
 * Counts what came about of the orders of each day, for the overview: some seconds of it, then a nudge for the next
 * handler. One handler at a time; twice is once. A document that was removed takes nothing away that was counted.
 */
export async function countDays(ports: OverviewWorkPorts): Promise<void> {
  const held = await ports.claims.hold('overview', 0, () => work(ports))
  if (held.held && held.value === 'more') await ports.nudge('MORE')
}

async function work(ports: OverviewWorkPorts): Promise<'through' | 'more'> {
  const { readModel, clock, log, tallies, portsOf } = ports
  const endsAt = clock.now() + WORK_MS
  try {
    const model = await readModel.read()
    if (model.fill === 'REMOVING') await tallies.removeAll()
    if (!tellsQueues(model) || model.began === null || rests(model, clock.now())) return 'through'
    const { began, keepClosedDays } = model
    const zone = (await portsOf(BY).account.timeZone()) ?? UTC
    let state = await tallies.change((newest) => tallyFor(newest, { began, keepClosedDays }, zone))
    if (areTilesDue(state, clock.now())) state = await countedTiles(ports, model, state)
    for (;;) {
      const due = daysDue(state, clock.now())
      if (due.length === 0) return 'through'
      if (clock.now() >= endsAt) return 'more'
      state = await countedDays(ports, model, state, due.slice(0, DAYS_AT_ONCE))
    }
  } catch (error) {
    if (!isFault(error)) throw error
    log.warn({ flow: 'Overview', detail: error.message })
    return 'through'
  }
}

async function countedTiles(
  { queues, tallies, clock }: OverviewWorkPorts,
  { documents }: ReadModel,
  state: TallyState
): Promise<TallyState> {
  const counts = await countTiles(queues, NO_FILTERS, clock.now())
  // A search in trouble finds nothing at all: then nobody knows.
  if (documents > 0 && Object.values(counts).every((count) => count === 0)) return state
  return tallies.change((newest) => withTiles(newest ?? state, counts, clock.now()))
}

async function countedDays(
  { orders, tallies, clock }: OverviewWorkPorts,
  { keepClosedDays }: ReadModel,
  state: TallyState,
  days: readonly Day[]
): Promise<TallyState> {
  const counted: Record<Day, CountOfDay> = {}
  for (const day of days) {
    const at = instantAt(clock.now())
    const count = new DayCount(day, state.zone)
    const to = startOf(dayPlus(day, 1), state.zone) - 1
    await orders.ordersMade(instantAt(startOf(day, state.zone)), instantAt(to), (order) =>
      count.add(order)
    )
    const found = count.counted()
    const before = state.made[day]?.orders ?? 0
    const whole = wholeSince(state.zone, keepClosedDays, clock.now())
    const { orders: all, open } =
      found.orders === 0 && before === 0
        ? found
        : await tallies.keep(day, state, (known) => settledDay(known, found, whole))
    counted[day] = { at, open, orders: all }
  }
  return tallies.change((newest) => withCounted(newest ?? state, counted, clock.now()))
}
