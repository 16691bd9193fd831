import { Fault } from '../../domain/problem/fault'
import { NO_FILTERS, wholeQueue } from '../../domain/readmodel/queueQuestion'
import { SWITCHED_OFF, switchedOn, type ReadModel } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import { World } from '../testing/world'
import { askDocuments } from './askDocuments'
import type { FoundOrders, QueueDocuments } from './callPorts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const TELLS: ReadModel = {
  ...switchedOn(SWITCHED_OFF, 30, NOW),
  fill: 'IDLE',
  windows: [],
  filledAt: instantAt(NOW),
  documents: 1,
}
const FOUND: FoundOrders = { orderIds: ['1-01'], documents: new Map(), total: 1 }
const LATE = wholeQueue('LATE')

/** What is asked for, in its order; the switch answers only when it is let. */
function store(now: ReadModel | Fault, before: ReadModel | null, page = async () => FOUND) {
  const asked: string[] = []
  let answer = (): void => undefined
  const gate = new Promise<void>((resolve) => (answer = resolve))
  const queues: QueueDocuments = {
    async known() {
      asked.push('switch')
      await gate
      if (now instanceof Fault) throw now
      return now
    },
    knownBefore: () => before,
    page: () => {
      asked.push('search')
      return page()
    },
    countOf: async () => 1,
  }
  return { asked, answer, ports: { ...new World().ports(), queues } }
}

it('a switch that told queues before is read beside the search, not before it', async () => {
  const { asked, answer, ports } = store(TELLS, TELLS)
  const page = askDocuments(ports, LATE)
  expect(asked.sort()).toEqual(['search', 'switch'])
  answer()
  expect(await page).toMatchObject({ orderIds: ['1-01'], total: 1 })
  expect(asked).toHaveLength(2)
})

it('what was found so is not shown where the switch is off by now', async () => {
  const { answer, ports } = store(SWITCHED_OFF, TELLS)
  answer()
  expect(await askDocuments(ports, LATE)).toBeNull()
  await expect(
    askDocuments(ports, { ...LATE, ...NO_FILTERS, carrier: 'Correios' })
  ).rejects.toMatchObject({ problem: { code: 'READ_MODEL_NEEDED' } })
})

it.each([null, SWITCHED_OFF])(
  'nothing is searched for before a switch is read that told none: %p',
  async (before) => {
    const { asked, answer, ports } = store(TELLS, before)
    const page = askDocuments(ports, LATE)
    expect(asked).toEqual(['switch'])
    answer()
    expect(await page).not.toBeNull()
    expect(asked).toEqual(['switch', 'search'])
  }
)

it('a search that fails beside the switch is told as any other', async () => {
  const fault = new Fault({ kind: 'unavailable', upstream: 'MASTERDATA', operation: 'Search' })
  const failing = async (): Promise<FoundOrders> => {
    throw fault
  }
  const one = store(TELLS, TELLS, failing)
  one.answer()
  expect(await askDocuments(one.ports, LATE)).toBeNull()
  const off = store(SWITCHED_OFF, TELLS, failing)
  off.answer()
  expect(await askDocuments(off.ports, LATE)).toBeNull()
  const filtered = store(TELLS, TELLS, failing)
  filtered.answer()
  await expect(askDocuments(filtered.ports, { ...LATE, carrier: 'Correios' })).rejects.toBe(fault)
})
