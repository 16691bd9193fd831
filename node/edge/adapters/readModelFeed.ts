import { createHash } from 'node:crypto'
import type { StandingOrder } from '../../domain/readmodel/orderDocument'
import type { ReadModel } from '../../domain/readmodel/readModel'
import { isFault } from '../../domain/problem/fault'
import type { ReadModelFeed } from '../../usecases/readmodel/callPorts'
import type { HearingPorts } from '../../usecases/readmodel/hearOfOrder'
import type { ReadModelPorts } from '../../usecases/readmodel/ports'
import { KEEP_CLOSED_DAYS } from '../../domain/readmodel/readModel'
import { documentFor, keepDocument } from '../../usecases/readmodel/refreshDocument'
import type { Clock, Ports } from '../../usecases/ports'
import type { OwnWrites } from '../stores/readmodel/ownWrites'
import { TimedMemory } from '../timedMemory'
import { systemClock } from './clock'

/** For so long a process takes what it knows of the switch for true (domain/readmodel/readModel.ts, QUIET_MS). */
const SWITCH_AGE_MS = 30_000
const BEFORE_AGE_MS = 60 * 60_000
/** An order that stands as this process has told it is not told again. */
const TOLD = { most: 5_000, ageMs: 10 * 60_000 }
/** Within it an event of the same order and status is the other domain's, or one that came again. */
const HEARD = { most: 5_000, ageMs: 5_000 }
/** Pauses before a write of this app is told again to a Master Data that did not answer. */
const PAUSES_MS = [1_000, 8_000]

export interface ReadModelFeedParts extends Pick<
  ReadModelPorts,
  'documents' | 'readModel' | 'clock' | 'log' | 'nudge'
> {
  readonly settings: Ports['settings']
  readonly writes: Pick<OwnWrites, 'add' | 'drop' | 'share'>
  /** Account and workspace: a process serves several. */
  readonly tenant: string
}

interface FeedMemory {
  readonly models: TimedMemory<ReadModel>
  /** What `models` held last: worth a search that begins before the switch is read, and nothing else. */
  readonly before: TimedMemory<ReadModel>
  /** What was told of an order, by a hash. */
  readonly told: TimedMemory<string>
  readonly heard: TimedMemory<true>
}

export const feedMemory = (clock: Pick<Clock, 'now'>): FeedMemory => ({
  models: new TimedMemory({ most: 500, ageMs: SWITCH_AGE_MS }, clock),
  before: new TimedMemory({ most: 500, ageMs: BEFORE_AGE_MS }, clock),
  told: new TimedMemory(TOLD, clock),
  heard: new TimedMemory(HEARD, clock),
})

const memoryOfProcess = feedMemory(systemClock)

/** Somebody has just switched it: whoever comes to this process next knows it. */
export function forgetReadModel(tenant: string, memory = memoryOfProcess): void {
  memory.models.drop(tenant)
  memory.before.drop(tenant)
}

/** The read model, as this process has read it half a minute ago at most. @errors Fault VBASE */
export async function knownReadModel(
  { readModel, tenant }: Pick<ReadModelFeedParts, 'readModel' | 'tenant'>,
  memory: FeedMemory = memoryOfProcess
): Promise<ReadModel> {
  const known = memory.models.get(tenant)
  if (known) return known
  const read = await readModel.read()
  memory.models.set(tenant, read)
  memory.before.set(tenant, read)
  return read
}

/** As this process last read it; null where it has not within the last hour. */
export function readModelBefore(tenant: string, memory = memoryOfProcess): ReadModel | null {
  return memory.before.get(tenant) ?? null
}

/** What a handler of events knows of the read model, and of the events before. */
export function hearingOf(
  parts: Pick<ReadModelFeedParts, 'readModel' | 'tenant'>,
  memory: FeedMemory = memoryOfProcess
): Pick<HearingPorts, 'known' | 'isNews'> {
  return {
    known: () => knownReadModel(parts, memory),
    isNews: ({ orderId, status }) => {
      const key = JSON.stringify([parts.tenant, orderId, status])
      if (memory.heard.get(key)) return false
      memory.heard.set(key, true)
      return true
    },
  }
}

/** Feeds the read model, where a store has switched it on, with every order that this app looks at. */
export function readModelFeedOf(
  parts: ReadModelFeedParts,
  memory: FeedMemory = memoryOfProcess
): ReadModelFeed {
  const { log, tenant, writes } = parts
  const current = () => knownReadModel(parts, memory)
  const tell = async (view: StandingOrder, pauses: readonly number[]): Promise<void> => {
    const { isOn, keepClosedDays } = await current()
    if (!isOn) return
    await parts.nudge('LOOKED')
    const key = JSON.stringify([tenant, view.order.orderId])
    const mark = markOf(view)
    if (pauses.length === 0 && memory.told.get(key) === mark) return
    for (let tries = 0; ; tries += 1)
      try {
        await keepDocument(parts, { documents: parts.documents, keepClosedDays }, view)
        return memory.told.set(key, mark)
      } catch (error) {
        if (!isFault(error) || tries >= pauses.length) throw error
        await parts.clock.sleep(pauses[tries])
      }
  }
  const failed = ({ order: { orderId } }: StandingOrder, error: unknown): void =>
    log.warn({ flow: 'ReadModel', orderId, detail: isFault(error) ? error.message : 'failed' })
  const told = (view: StandingOrder, pauses: readonly number[]): void => {
    tell(view, pauses).catch((error: unknown) => failed(view, error))
  }
  /** Before anything is asked of anybody, so that the answer to whoever wrote waits for nothing. */
  const remember = async (view: StandingOrder): Promise<void> => {
    const model = memory.models.get(tenant)
    if (model?.isOn === false) return
    const made = await documentFor(parts, model?.keepClosedDays ?? KEEP_CLOSED_DAYS.usual, view)
    if (made?.isKept) writes.add(made.document)
    else writes.drop(view.order.orderId)
  }
  const share = async (): Promise<void> => {
    if ((await current()).isOn) await writes.share()
  }
  return {
    seen: (view) => told(view, []),
    async written(view) {
      await remember(view).catch((error: unknown) => failed(view, error))
      share().catch((error: unknown) => failed(view, error))
      told(view, PAUSES_MS)
    },
  }
}

/** All that a document is made of, but when it was read. */
function markOf({ order, stage, attention, shipments }: StandingOrder): string {
  const { status, value, invoicedDate, estimatedDelivery, packages } = order
  const codes = attention.map(({ code }) => code)
  const states = shipments.map(({ state }) => state)
  const stored = packages.map(({ courier, courierStatus }) => [courier, courierStatus])
  const all = [status, value, invoicedDate, estimatedDelivery, stage, codes, states, stored]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url')
}
