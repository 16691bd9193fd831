import fc from 'fast-check'
import { COFFEE, MUG } from '../../demo/catalog'
import { plainPlan } from '../harness/orders'
import type { TestStand } from '../harness/stand'
import { runsOfSteps } from './commands'
import { Memory } from './memory'
import { WARNINGS } from './step'
import { checkAtTheEnd } from './truths'

/** Five units in two lines, a discount that does not divide, freight: value 165.97. */
const PLAN = plainPlan({
  lines: [
    { sku: MUG, quantity: 3, price: 3_333, discount: 2 },
    { sku: COFFEE, quantity: 2, price: 2_800 },
  ],
})

const RUNS_A_RESET = 10
let runs = 0

/** Each run has an order of its own, so only what grows has to go now and then. */
async function begin(stand: TestStand): Promise<void> {
  runs += 1
  if (runs % RUNS_A_RESET === 1) return stand.reset()
  await stand.behave({ faults: [], applyDelayMs: 0 })
  await stand.vbase({ faults: [] })
}

/** What a POST of a stored number and a PUT of events do (oms §1.3, §1.4): the likeliest more often. */
const readings = fc.record({
  rePost: fc.constantFrom('replace', 'replace', 'receiptOnly', 'refuse', 'append'),
  trackingPut: fc.constantFrom('append', 'append', 'dedup', 'replace'),
})

interface Readings {
  readonly rePost: string
  readonly trackingPut: string
}

/** Whoever accepts that OMS may count twice has it counted twice, where that is how OMS does it. */
const acceptedUnder = ({ rePost }: Readings): string[] =>
  WARNINGS.filter((code) => rePost !== 'append' || code !== 'REPLACE_MAY_COUNT_TWICE')

/**
 * The app holds its promises in every run of steps, against the simulator's own state.
 * @shape `onEnd` gets what each run remembers: a run in which nothing was ever done proves little.
 */
export const promises = (
  stand: TestStand,
  mostSteps: number,
  onEnd: (memory: Memory) => void = () => undefined
): fc.IAsyncProperty<[Iterable<fc.AsyncCommand<Memory, TestStand>>, Readings]> =>
  fc.asyncProperty(runsOfSteps(mostSteps), readings, async (steps, chosen) => {
    await begin(stand)
    await stand.behave({ readings: chosen })
    const { orderId } = stand.plant(PLAN)
    const memory = new Memory(orderId, acceptedUnder(chosen))
    await fc.asyncModelRun(() => ({ model: memory, real: stand }), steps)
    await checkAtTheEnd(stand, memory)
    onEnd(memory)
  })
