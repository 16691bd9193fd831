import { z } from 'zod'
import type { CountedDay } from '../../../domain/overview/countedDay'
import type { Day } from '../../../domain/overview/days'
import { LEAD_STEPS, NO_TALLY, type NamedTally } from '../../../domain/overview/tally'
import { TILES, type TallyState, type Tile } from '../../../domain/overview/tallyState'
import { Fault } from '../../../domain/problem/fault'
import type { CountedFor, TalliesPort } from '../../../usecases/overview/ports'
import { inParallel } from '../../../usecases/reading/inParallel'
import { isSurelyAbsent, orUnseen, readSurely, unseen } from '../creating'
import { saveOnNewest } from '../saving'
import { changeSeeded, type SeededParts } from '../seeded'
import { storedMoment } from '../storedMoment'

const FOLDER = 'overview/'
const STATE = `${FOLDER}state.json`
const pathOf = (day: Day): string => `${FOLDER}made/${day}.json`
const OPERATION = 'Overview'
/** More than there can be: days are counted as far back as five months. */
const MOST_FILES = 500
const REMOVALS_AT_ONCE = 5

const count = z.int().min(0)
const tiles = z.object({
  at: storedMoment,
  counts: z.object(
    Object.fromEntries(TILES.map((queue) => [queue, count])) as Record<Tile, typeof count>
  ),
})
const storedState = z.object({
  zone: z.string(),
  began: storedMoment,
  firstDay: z.string(),
  made: z.record(z.string(), z.object({ at: storedMoment, orders: count, open: count })),
  tiles: tiles.nullable(),
  tilesBefore: tiles.nullable(),
})

/** What is nothing is not stored: days of many carriers have it everywhere. */
const zero = count.default(0)
const spread = z.record(z.string(), count)
const storedTally = z.object({
  carrier: z.string(),
  marketplace: z.string(),
  authorized: zero,
  invoiced: zero,
  shipped: zero,
  delivered: zero,
  promised: zero,
  onTime: zero,
  waits: z.partialRecord(z.enum(LEAD_STEPS), spread).default({}),
})
const storedDay = z.object({
  zone: z.string(),
  began: storedMoment,
  orders: count,
  open: count,
  days: z.record(z.string(), z.array(storedTally)),
})

/** A file for how far it is, and one for the orders of each day; all under If-Match. */
export class TallyStore implements TalliesPort {
  constructor(private readonly parts: SeededParts) {}

  async state(): Promise<TallyState | null> {
    const file = await readSurely(this.parts.files, STATE, OPERATION)
    return stateIn(file?.data ?? { state: null })
  }

  async change(change: (newest: TallyState | null) => TallyState): Promise<TallyState> {
    const changed: { to: TallyState | null } = { to: null }
    const saving = changeSeeded(this.parts, STATE, { state: null }, (newest) => {
      const before = stateIn(newest)
      changed.to = change(before)
      return changed.to === before ? null : { state: changed.to }
    })
    await orUnseen(OPERATION, saving)
    return changed.to!
  }

  async made(day: Day, by: CountedFor): Promise<CountedDay | null> {
    const file = await readSurely(this.parts.files, pathOf(day), OPERATION)
    return file && dayIn(file.data, by)
  }

  async keep(
    day: Day,
    by: CountedFor,
    change: (known: CountedDay | null) => CountedDay
  ): Promise<CountedDay> {
    const { files } = this.parts
    const path = pathOf(day)
    let kept = change(null)
    const saving = saveOnNewest(files, path, (newest) => {
      const known = dayIn(newest, by)
      kept = change(known)
      return kept === known ? null : written(kept, by)
    })
    const { state } = await orUnseen(OPERATION, saving)
    if (state !== 'missing') return kept
    // One handler counts at a time, and whoever counts beside it counts the same: no seed is needed.
    if (!(await isSurelyAbsent(files, path))) throw unseen(OPERATION)
    await files.save(path, written(kept, by), null)
    return kept
  }

  async removeAll(): Promise<void> {
    const { files } = this.parts
    const paths = await files.list(FOLDER, undefined, MOST_FILES)
    await inParallel(paths, REMOVALS_AT_ONCE, (path) => files.remove(path))
  }
}

function stateIn(data: unknown): TallyState | null {
  const { success, data: read } = z.object({ state: storedState.nullable() }).safeParse(data)
  if (success) return read.state
  throw unreadable()
}

/** Null where it was counted for another read model, or by another clock. */
function dayIn(data: unknown, { began, zone }: CountedFor): CountedDay | null {
  const { success, data: read } = storedDay.safeParse(data)
  if (!success) throw unreadable()
  if (read.began !== began || read.zone !== zone) return null
  const { orders, open, days } = read
  return {
    orders,
    open,
    days: Object.fromEntries(
      Object.entries(days).map(([day, tally]) => [
        day,
        tally.map((one): NamedTally => ({ ...one, waits: { ...NO_TALLY.waits, ...one.waits } })),
      ])
    ),
  }
}

function written({ orders, open, days }: CountedDay, { began, zone }: CountedFor): object {
  const tallies = Object.entries(days).map(([day, tally]) => [day, tally.map(shortened)])
  return { zone, began, orders, open, days: Object.fromEntries(tallies) as object }
}

function shortened({ waits, ...others }: NamedTally): object {
  const told = Object.entries(waits).filter(([, one]) => Object.keys(one).length > 0)
  const counts = Object.entries(others).filter(([, value]) => value !== 0)
  return { ...Object.fromEntries(counts), waits: Object.fromEntries(told) }
}

/** @errors Fault unreadable: taken for nothing, it would be written over */
function unreadable(): Fault {
  return new Fault({ kind: 'unreadable', upstream: 'VBASE', operation: OPERATION })
}
