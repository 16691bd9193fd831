import { notifyInvoice } from './notifyInvoice'
import { someStatus, someTracking } from './testing/someFulfill'
import { someInvoice, someItem, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { cents } from '../domain/values/money'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'
const HOUR_MS = 3_600_000

/** NF-1 is shown; the send of NF-2 was never answered, long ago, and OMS shows no trace of it. */
async function withAnotherLost(): Promise<World> {
  const items = [{ itemIndex: 0, id: '101', quantity: 1, price: null, description: null }]
  const shown = somePackage({ items, invoiceValue: cents(5_000) })
  const world = new World(someOrder({ status: 'payment-approved', packages: [shown] }))
  world.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
  const lost = { invoiceNumber: 'NF-2', invoiceValue: 6_500, items: [someItem({ id: '101' })] }
  await notifyInvoice(world.ports(), ID, someInvoice(lost), [], null)
  world.clock.advance(HOUR_MS)
  return world
}
const left = (world: World) => world.journal(ID).intents.map(({ invoiceNumber }) => invoiceNumber)

describe('tracking of an invoice beside another that was lost', () => {
  it('is told at once, and the other is left to whoever asks for it', async () => {
    const world = await withAnotherLost()
    expect(left(world)).toEqual(['NF-2'])
    const begunAt = world.clock.now()
    const number = someTracking({ trackingNumber: 'AA1' })
    const written = await updatePartialInvoice(world.ports(), ID, 'NF-1', number, [])
    expect(written.outcome).toBe('APPLIED')
    const told = await updateTrackingStatus(world.ports(), ID, 'NF-1', someStatus([8]), [])
    expect(told.outcome).toBe('APPLIED')
    expect(world.clock.now() - begunAt).toBeLessThan(5_000)
    expect(left(world)).toEqual(['NF-2'])
  })

  it('that is the lost one itself is looked for twice, and given up', async () => {
    const world = await withAnotherLost()
    const begunAt = world.clock.now()
    const number = someTracking({ trackingNumber: 'AA1' })
    const { problems } = await updatePartialInvoice(world.ports(), ID, 'NF-2', number, [])
    expect(problems.map(({ code }) => code)).toEqual(['INVOICE_NOT_FOUND'])
    expect(world.clock.now() - begunAt).toBeGreaterThanOrEqual(5_000)
    expect(left(world)).toEqual([])
  })
})
