import type { ProblemCode } from '../domain/problem/problem'
import type { FulfillCommand, Rehearsal } from './commands'
import { rehearseFulfill } from './fulfill'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { someFulfill, someStatus, someTracking } from './testing/someFulfill'
import { someInvoice, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'

const ID = '1400-01'
const TRACKING = someTracking({ trackingNumber: 'AA1' })
const WHOLE = someFulfill({
  invoice: someInvoice(),
  tracking: TRACKING,
  status: someStatus([8], true),
})
const invoiced = (changes: Parameters<typeof somePackage>[0] = {}) =>
  someOrder({ status: 'invoiced', packages: [somePackage(changes)] })

/** Ports on which whatever writes or claims fails the test. */
function readingOnly(world: World): Ports {
  const ports = world.ports()
  const never = (): never => {
    throw new Error('a rehearsal writes')
  }
  return {
    ...ports,
    claims: { hold: never },
    journals: {
      read: ports.journals.read,
      toldBeside: never,
      tellBeside: never,
      update: never,
      updateDecided: never,
    },
    documents: { ...ports.documents, register: never },
    numbers: { ...ports.numbers, see: never },
  }
}

async function rehearse(
  world: World,
  command: FulfillCommand,
  accept: ProblemCode[] = []
): Promise<Rehearsal> {
  const before = world.journal(ID)
  const result = await rehearseFulfill(readingOnly(world), ID, command, accept)
  expect(world.oms.committed).toEqual([])
  expect(world.oms.sent.filter(({ call }) => call !== 'get' && call !== 'changes')).toEqual([])
  expect(world.journal(ID)).toEqual(before)
  return result
}

const outcomesOf = ({ outcome, steps }: Rehearsal) => [
  outcome,
  ...steps.map((step) => step.outcome),
]
const codesOf = ({ problems }: Rehearsal) => problems.map(({ code }) => code)

describe('a rehearsal', () => {
  it('of all of it on an untouched order: each step stands on what the one before would leave', async () => {
    const world = new World(someOrder())
    const result = await rehearse(world, WHOLE)
    expect(outcomesOf(result)).toEqual(['READY', 'READY', 'READY', 'READY'])
    expect(result).toMatchObject({ invoiceNumber: 'NF-1', problems: [] })
    expect(world.oms.sent).toHaveLength(1)
  })

  it('of what the order holds', async () => {
    const stored = invoiced({ trackingNumber: 'AA1' })
    const command = someFulfill({ invoice: someInvoice(), tracking: TRACKING })
    const result = await rehearse(new World(stored), command)
    expect(outcomesOf(result)).toEqual(['ALREADY_APPLIED', 'ALREADY_APPLIED', 'ALREADY_APPLIED'])
  })

  it('of tracking and status for a stored invoice: the status sees the tracking', async () => {
    const command = someFulfill({ tracking: TRACKING, status: someStatus([8]) })
    expect(outcomesOf(await rehearse(new World(invoiced()), command))).toEqual(
      Array(3).fill('READY')
    )
  })

  it('and the dispatch that goes before it', async () => {
    const tracking = { ...TRACKING, dispatchedDate: '2026-03-10T07:00:00Z' }
    const status = someStatus([6], true)
    for (const command of [
      someFulfill({ tracking, status, invoice: someInvoice() }),
      someFulfill({ tracking, status }),
    ]) {
      const result = await rehearse(new World(command.invoice ? someOrder() : invoiced()), command)
      expect(outcomesOf(result).slice(-2)).toEqual(['READY', 'REFUSED'])
      expect(codesOf(result)).toEqual(['DELIVERED_BEFORE_DISPATCH'])
    }
  })

  it('stops where the call would stop, with the same problems', async () => {
    const result = await rehearse(new World(someOrder({ status: 'canceled' })), WHOLE)
    expect([outcomesOf(result), codesOf(result)]).toEqual([
      ['REFUSED', 'REFUSED'],
      ['ORDER_STATE_FORBIDS'],
    ])
  })

  it('of a warning, until it is accepted', async () => {
    const world = new World(invoiced({ trackingNumber: 'OLD' }))
    const command = someFulfill({ tracking: TRACKING })
    expect(outcomesOf(await rehearse(world, command))).toEqual(['REFUSED', 'REFUSED'])
    expect((await rehearse(world, command, ['TRACKING_REPLACES'])).outcome).toBe('READY')
  })

  it.each([
    ['nothing', ID, someFulfill(), 'FULFILL_EMPTY'],
    ['no order', '999-01', WHOLE, 'ORDER_NOT_FOUND'],
    ['no order id', 'a b', WHOLE, 'ORDER_NOT_FOUND'],
    ['no invoice that is named', ID, someFulfill({ tracking: TRACKING }), 'INVOICE_NOT_NAMED'],
  ])('of %s', async (_name, orderId, command, code) => {
    const world = new World(someOrder())
    const result = await rehearseFulfill(readingOnly(world), orderId, command, [])
    expect([result.outcome, codesOf(result)]).toEqual(['REFUSED', [code]])
  })

  it('of an order that cannot be read', async () => {
    const world = new World(someOrder())
    world.oms.fail({ call: 'get', kind: 'unavailable', times: 5 })
    const result = await rehearse(world, WHOLE)
    expect([outcomesOf(result), codesOf(result)]).toEqual([
      ['REFUSED', 'REFUSED'],
      ['OMS_UNAVAILABLE'],
    ])
  })
})

describe('a rehearsal beside what an earlier call left', () => {
  async function after(
    how: { readonly kind?: 'unknown'; readonly applyDelayMs?: number },
    laterMs: number
  ): Promise<Rehearsal> {
    const world = new World(someOrder())
    world.oms.applyDelayMs = how.applyDelayMs ?? 0
    if (how.kind) world.oms.fail({ call: 'notifyInvoice', kind: how.kind })
    await notifyInvoice(world.ports(), ID, someInvoice(), [], null)
    world.clock.advance(laterMs)
    const before = world.journal(ID)
    const command = someFulfill({ invoice: someInvoice() })
    const result = await rehearseFulfill(readingOnly(world), ID, command, [])
    expect(world.journal(ID)).toEqual(before)
    return result
  }

  it('that got no answer: not now', async () => {
    const result = await after({ kind: 'unknown' }, 10_000)
    expect([result.outcome, codesOf(result)]).toEqual(['REFUSED', ['OMS_OUTCOME_UNKNOWN']])
  })

  it('that left no trace in two minutes: it would go out again', async () => {
    expect((await after({ kind: 'unknown' }, 121_000)).outcome).toBe('READY')
  })

  it('that OMS took and does not show: there is nothing to send', async () => {
    expect((await after({ applyDelayMs: 60_000 }, 10_000)).outcome).toBe('ALREADY_APPLIED')
  })
})
