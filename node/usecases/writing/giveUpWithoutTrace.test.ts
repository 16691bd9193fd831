import type { OutgoingInvoice } from '../../domain/package/outgoing'
import { notifyInvoice } from '../notifyInvoice'
import { someInvoice, someOrder } from '../testing/someOrder'
import { World } from '../testing/world'

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
