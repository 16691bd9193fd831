import type { Intent } from '../../domain/journal/intent'
import type { OutgoingInvoice } from '../../domain/package/outgoing'
import { someIntent } from '../../domain/testing/someIntent'
import { instantAt } from '../../domain/values/instant'
import { enter } from '../journalEntries'
import { ROW_MS } from '../limits'
import { notifyInvoice } from '../notifyInvoice'
import { someInvoice, someOrder, somePackage } from '../testing/someOrder'
import { World } from '../testing/world'
import { giveUpWithoutTrace, type GivingUp } from './giveUpWithoutTrace'

const ID = '1400-01'
/** Two minutes and a little: then an unanswered invoice may be given up. */
const OVERDUE_MS = 121_000

/** Two units; one of them was sent and nobody knows how that ended. */
async function unanswered(afterCommit: boolean, applyDelayMs: number): Promise<World> {
  const world = new World(someOrder())
  world.oms.applyDelayMs = applyDelayMs
  world.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit })
  const sent = await notifyInvoice(world.ports(), ID, HALF, [], null)
  expect(sent.outcome).toBe('UNKNOWN')
  world.clock.advance(OVERDUE_MS)
  return world
}

const HALF = someInvoice({ invoiceValue: 5_000, items: [] })

describe('an invoice that nobody answered for', () => {
  it('is sent again once two looks, five seconds apart, show nothing of it', async () => {
    const world = await unanswered(false, 0)
    const before = world.clock.now()
    const again = await notifyInvoice(world.ports(), ID, HALF, [], null)
    expect(again.outcome).toBe('APPLIED')
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(5_000)
    expect(world.oms.bodies<OutgoingInvoice>('notifyInvoice')).toHaveLength(2)
  })

  it('is not sent again where the second look shows it', async () => {
    // It appears while the second look is waited for.
    const world = await unanswered(true, OVERDUE_MS + 10_000)
    const again = await notifyInvoice(world.ports(), ID, HALF, [], null)
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect(world.oms.bodies('notifyInvoice')).toHaveLength(1)
    expect(world.journal(ID).activity.map(({ outcome }) => outcome)).not.toContain('FAILED')
  })
})

describe('giving up', () => {
  const HOUR = 60 * 60 * 1000

  /** One sale that left no trace at OMS, an hour ago, unless the test says otherwise. */
  async function begin(changes: Partial<Intent> = {}) {
    const world = new World(someOrder())
    const sentAt = instantAt(world.clock.now() - HOUR)
    const intent = someIntent({ sentAt, state: 'UNKNOWN', ...changes })
    await enter(world.ports(), ID, [{ intent, history: null, happened: 'INVOICE_WRITTEN' }])
    const giveUp = async (what: GivingUp = {}, leftMs = 26_000) => {
      const ports = world.ports()
      const order = world.oms.peek(ID)
      const opened = { order, journal: await ports.journals.read(ID) }
      const answerBy = world.clock.now() + leftMs
      const call = { orderId: ID, startedAt: world.clock.now() }
      return giveUpWithoutTrace({ ...ports, answerBy }, call, opened, what)
    }
    return { world, giveUp, left: () => world.journal(ID).intents.length }
  }

  it('takes five seconds, and is left to the next call where no send would fit in after them', async () => {
    const { giveUp, left } = await begin()
    expect(await giveUp({}, 15_999)).toBe(false)
    expect(left()).toBe(1)
    expect(await giveUp({}, 16_000)).toBe(true)
    expect(left()).toBe(0)
  })

  it('fits into a row of a batch that takes a second to be opened', async () => {
    const { giveUp, left } = await begin()
    expect(await giveUp({}, ROW_MS - 1_000)).toBe(true)
    expect(left()).toBe(0)
  })

  it('is about the invoice that was named alone, where one was', async () => {
    const { giveUp, left } = await begin()
    expect(await giveUp({ only: 'NF-3' })).toBe(false)
    expect(await giveUp({ only: 'NF-2' })).toBe(true)
    expect(left()).toBe(0)
  })

  it('declares what OMS has taken lost only where a person accepts that', async () => {
    const { world, giveUp, left } = await begin({ state: 'ACCEPTED' })
    expect(await giveUp()).toBe(false)
    expect(await giveUp({ mayDeclareLost: false })).toBe(false)
    expect(await giveUp({ mayDeclareLost: true })).toBe(true)
    expect(left()).toBe(0)
    // Nobody knows what became of it, and who accepted that is told.
    expect(world.journal(ID).activity).toContainEqual(
      expect.objectContaining({
        outcome: 'UNKNOWN',
        actor: 'ana@store.com',
        summary: expect.stringMatching(/^declared lost/) as unknown,
      })
    )
  })

  it.each([
    ['finds no order at all', () => ({ orderId: 'gone' })],
    ['shows the invoice', () => ({ packages: [somePackage({ invoiceNumber: 'NF-2' })] })],
  ])('needs a second look: where that %s nothing is given up, nor written', async (_, change) => {
    const { world, giveUp, left } = await begin()
    const given = giveUp()
    await world.clock.sleep(1_000)
    const before = world.journalWrites
    const changed = { ...world.oms.peek(ID), ...change() }
    const get = async () => (changed.orderId === ID ? changed : null)
    Object.assign(world.oms, { get })
    expect(await given).toBe(true)
    expect(left()).toBe(1)
    expect(world.journalWrites).toBe(before)
  })
})
