/** The days that our app would have counted by now for the overview, counted by its own use case in memory. */
import type { OrderDocument } from '../../node/domain/readmodel/orderDocument'
import type { ReadModel } from '../../node/domain/readmodel/readModel'
import { MemoryFiles } from '../../node/edge/testing/memoryFiles'
import { TallyStore } from '../../node/edge/stores/overview/tallies'
import { countDays } from '../../node/usecases/overview/countDays'
import type { OverviewWorkPorts } from '../../node/usecases/overview/ports'
import { tilesOfLastEvening } from './yesterday'

export interface DaysParts {
  readonly model: ReadModel
  readonly documents: readonly OrderDocument[]
  /** Of the account. */
  readonly timeZone: string
  readonly nowMs: number
}

/** @shape into `files`, whatever the overview of these documents would rest on by `nowMs` */
export async function plantDays(
  files: MemoryFiles,
  { model, documents, timeZone, nowMs }: DaysParts
): Promise<void> {
  const tallies = new TallyStore({ files, sleep: async () => undefined })
  const ports = {
    claims: { hold: async (_key: string, _at: number, work: () => Promise<unknown>) => held(work) },
    // It stands still: nobody has to go on where one handler's seconds are over.
    clock: { now: () => nowMs, sleep: async () => undefined },
    log: { info: noted, warn: noted, error: noted },
    readModel: { read: async () => model },
    nudge: async () => undefined,
    portsOf: () => ({ account: { timeZone: async () => timeZone } }),
    orders: {
      ordersMade: async (from: string, to: string, take: (order: OrderDocument) => void) =>
        documents.filter(({ created }) => created >= from && created <= to).forEach(take),
    },
    // Tiles are counted when somebody looks.
    queues: { countOf: async () => 0 },
    tallies,
  }
  await countDays(ports as unknown as OverviewWorkPorts)
  const tilesBefore = tilesOfLastEvening(documents, timeZone, nowMs)
  await tallies.change((state) => ({ ...state!, tilesBefore }))
}

async function held(work: () => Promise<unknown>) {
  return { held: true, value: await work() }
}

/** Whatever the use case warns of would leave the season without its days. */
function noted(line: unknown): never {
  throw new Error(`days of the season were not counted: ${JSON.stringify(line)}`)
}
