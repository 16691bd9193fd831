import type { OutgoingTracking } from '../../domain/package/outgoing'
import { instantAt } from '../../domain/values/instant'
import type { TrackingCommand } from '../commands'
import type { Ports } from '../ports'
import { someTracking } from '../testing/someFulfill'
import { someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { updatePartialInvoice } from '../updatePartialInvoice'
import { trackingStep } from './trackingStep'
import { named } from './trackedTarget'

const ID = '1400-01'
const NUMBER = 'NF-1'
const GIVEN = someTracking({ trackingNumber: 'AA1' })
const shipped = () =>
  new World(
    someOrder({
      status: 'invoiced',
      packages: [somePackage(), somePackage({ invoiceNumber: 'NF-2', courier: 'Sedex' })],
    })
  )
const edit = (world: World, ports: Ports = world.ports(), command: TrackingCommand = GIVEN) =>
  updatePartialInvoice(ports, ID, NUMBER, command, [])
const bodies = (world: World) => world.oms.bodies<OutgoingTracking>('updatePartialInvoice')
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)
const saying = (world: World, own: Partial<Ports['orders']>, ports = world.ports()): Ports => ({
  ...ports,
  orders: Object.assign(Object.create(world.oms) as Ports['orders'], own),
})

/** Judged without being sent. */
async function judgedOf(world: World, command: TrackingCommand) {
  const ports = world.ports()
  const opened = { order: world.oms.peek(ID), journal: await ports.journals.read(ID) }
  const asked = { command, target: named(NUMBER), accept: [] }
  const step = trackingStep({ orderId: ID, startedAt: 0 }, NUMBER, asked)
  return { opened, judged: await step.judge(ports, opened, null) }
}

describe('an edit of tracking that is judged', () => {
  it('bears what it was judged on', async () => {
    for (const [courier, outcome] of [
      ['', 'REFUSED'],
      ['Sedex', 'ALREADY_APPLIED'],
    ]) {
      const world = new World(someOrder({ packages: [somePackage({ courier: 'Sedex' })] }))
      const { opened, judged } = await judgedOf(world, someTracking({ courier }))
      expect(judged).toMatchObject({ ended: { ...opened, outcome, invoiceNumber: NUMBER } })
    }
  })

  it('would leave the other packages of the order as they are', async () => {
    const world = shipped()
    const { judged } = await judgedOf(world, GIVEN)
    if ('ended' in judged) throw new Error(judged.ended.outcome)
    const { order, journal } = judged.leaves!()
    expect(order.packages).toEqual([
      somePackage({ trackingNumber: 'AA1' }),
      somePackage({ invoiceNumber: 'NF-2', courier: 'Sedex' }),
    ])
    expect(journal.edits).toEqual([])
  })
})

describe('an edit of tracking that goes out', () => {
  it('goes out at a moment that is written down, however long VBase takes', async () => {
    const world = shipped()
    const ports = world.ports()
    const startedAt = world.clock.now()
    const updateDecided: Ports['journals']['updateDecided'] = async (...asked) => {
      const saved = await ports.journals.updateDecided(...asked)
      await world.clock.sleep(6_000)
      return saved
    }
    const slow = { ...ports, journals: { ...ports.journals, updateDecided } }
    const written: unknown[] = []
    const watched = saying(
      world,
      {
        updatePartialInvoice: (...asked) => {
          written.push(...(world.journal(ID).edits ?? []))
          return world.oms.updatePartialInvoice(...asked)
        },
      },
      slow
    )
    expect((await edit(world, watched)).outcome).toBe('APPLIED')
    expect(written).toMatchObject([
      { sentAt: instantAt(startedAt + 6_000), tracking: { trackingNumber: 'AA1' } },
    ])
  })

  it.each([
    ['and is taken back is REFUSED', false, 'REFUSED', 'IN_PROGRESS'],
    ['and cannot be taken back is UNKNOWN', true, 'UNKNOWN', 'OMS_OUTCOME_UNKNOWN'],
  ])('that loses the order before it %s', async (_, isStuck, outcome, code) => {
    const world = shipped()
    const now = instantAt(world.clock.now())
    world.claimIsLost = true
    if (isStuck) world.journalFault = { at: 2, afterCommit: false }
    const told = await edit(world)
    expect([told.outcome, codes(told.problems)]).toEqual([outcome, [code]])
    expect(told.problems[0].facts).toContainEqual({
      name: isStuck ? 'sentAt' : 'since',
      value: now,
    })
    expect(told.view?.order).toEqual(world.oms.peek(ID))
    expect(bodies(world)).toEqual([])
  })

  it('is not shown by an order that has lost the package, and the answer shows that order', async () => {
    for (const [kind, outcome] of [
      [undefined, 'ACCEPTED'],
      ['unknown', 'UNKNOWN'],
    ] as const) {
      const world = shipped()
      if (kind) world.oms.fail({ kind, call: 'updatePartialInvoice' })
      const reads = [world.oms.peek(ID)]
      const get = async () => reads.shift() ?? someOrder({ packages: [] })
      const told = await edit(world, saying(world, { get }))
      expect(told.outcome).toBe(outcome)
      expect(told.view?.order.packages).toEqual([])
      expect(world.journal(ID).activity).toMatchObject([{ outcome, invoiceNumber: NUMBER }])
    }
  })
})

describe('a second try with the stored values', () => {
  /** OMS demands the courier after this long. */
  async function demanded(afterMs: number) {
    const world = new World(
      someOrder({ status: 'invoiced', packages: [somePackage({ courier: 'Sedex' })] })
    )
    world.oms.latencyMs = afterMs
    world.oms.fail({
      call: 'updatePartialInvoice',
      kind: 'rejected',
      status: 400,
      message: 'courier is required',
    })
    // The order is opened at once.
    const order = world.oms.peek(ID)
    const get = async () => order
    const told = await edit(world, saying(world, { get }))
    return { told, sent: bodies(world) }
  }

  it('goes out within five seconds of the moment that is written down', async () => {
    const { sent } = await demanded(4_999)
    expect(sent).toEqual([
      { trackingNumber: 'AA1' },
      { trackingNumber: 'AA1', courier: 'Sedex', trackingUrl: null },
    ])
  })

  it('does not go out later: what is written down for it would lie too far back', async () => {
    const { told, sent } = await demanded(5_000)
    expect(sent).toHaveLength(1)
    expect(told.outcome).toBe('FAILED')
  })
})
