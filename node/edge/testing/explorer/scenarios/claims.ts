import { someOrder } from '../../../../usecases/testing/someOrder'
import { shardPath } from '../../../stores/claimShards'
import { handling, ID, invoice } from '../calls'
import { sends, type Scenario } from '../scenario'

const SHARED = ordersOfOneShard(20)

export const CLAIMS: readonly Scenario[] = [
  {
    name: 'twenty orders of one claim shard',
    rows: [9],
    isCalm: true,
    isHeavy: true,
    orders: () => SHARED.map((orderId) => someOrder({ orderId })),
    // Each a little after the one before, and calls that take their time: at every moment several want the shard.
    settings: [
      { vbaseLatencyMs: 20, omsLatencyMs: 60, startsMs: startsEvery(7) },
      { vbaseLatencyMs: 40, omsLatencyMs: 60, startsMs: startsEvery(1) },
    ],
    scripts: SHARED.map((orderId, index) => ({
      caller: letter(index),
      acts: [sends(invoice({ invoiceNumber: 'NF-1' }, orderId))],
    })),
    later: [],
  },
  {
    name: 'a claim of the dead, and no journal',
    rows: [7],
    orders: () => [someOrder({ status: 'ready-for-handling' })],
    settings: [{ startsMs: { B: 1_000 } }],
    scripts: [
      { caller: 'A', acts: [sends(handling())] },
      { caller: 'B', acts: [sends(invoice({ invoiceNumber: 'NF-1' }))] },
    ],
    later: [invoice({ invoiceNumber: 'NF-9', invoiceValue: 100, items: [] })],
    endsWith: (answers, world) => {
      const told = world.activity(ID)
      const untold = answers.find(
        ({ caller, call, result }) =>
          !told.some(
            ({ actor, operation, outcome }) =>
              actor === caller &&
              operation === call.deed &&
              // What was told before the send and could not be told again after it stands as not known.
              [result.outcome, 'UNKNOWN'].includes(outcome)
          )
      )
      return untold
        ? `${untold.caller} heard ${untold.result.outcome}, and no activity tells it`
        : null
    },
  },
  {
    name: 'a day on which everything is slow',
    rows: [14],
    orders: () => [someOrder()],
    settings: [
      { vbaseLatencyMs: 1_400, omsLatencyMs: 1_400, applyDelayMs: 20_000 },
      // Where VBase is slower, the first write of an order does not fit into one request: it is refused, nothing goes out.
      { vbaseLatencyMs: 1_400, omsLatencyMs: 2_500, applyDelayMs: 20_000 },
      { vbaseLatencyMs: 1_400, omsLatencyMs: 3_000, applyDelayMs: 20_000, startsMs: { B: 3_000 } },
    ],
    scripts: ['A', 'B'].map((caller) => ({
      caller,
      acts: [sends(invoice({ invoiceNumber: `NF-${caller}`, invoiceValue: 4_600, items: [] }))],
    })),
    later: [invoice({ invoiceNumber: 'NF-9', invoiceValue: 100, items: [] })],
  },
]

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index)
}

function startsEvery(milliseconds: number): Record<string, number> {
  return Object.fromEntries(SHARED.map((_, index) => [letter(index), index * milliseconds]))
}

function ordersOfOneShard(count: number): readonly string[] {
  const found: string[] = []
  for (let number = 1; found.length < count; number += 1) {
    const orderId = `${number}-01`
    if (shardPath(orderId) === shardPath(ID)) found.push(orderId)
  }
  return found
}
