import { event, parcel, post, puts, shippedOrder, switchOn, workedOff } from './harness/carriers'
import { useStand } from './harness/stand'

/** A carrier at the door: who is let in, what it hears, and when what it said reaches OMS. */

const stand = useStand()

describe('a message', () => {
  it('is taken, stored, and told to OMS by a handler, with the order’s delivery', async () => {
    await switchOn(stand)
    const orderId = await shippedOrder(stand, 'AA123456785BR')
    const sent = parcel(
      'aa 123456785 br',
      event(stand, 'in transit', 50),
      event(stand, 'DELIVERED', 5)
    )
    const reply = await post(stand, sent)
    expect(reply).toMatchObject({ status: 200, body: { parcels: 1, problems: [] } })
    expect(reply.body.messageId).toMatch(/^[0-9a-z-]{20,}$/)
    expect(await workedOff(stand, 1)).toMatchObject([
      { result: 'WRITTEN', parcels: 1, orderIds: [orderId], problem: null },
    ])
    expect(await puts(stand, orderId)).toHaveLength(1)
    const order = (await stand.admin.order(orderId))!
    expect(order.stage).toBe('DELIVERED')
    expect(order.packages).toMatchObject([
      {
        state: 'DELIVERED',
        isDelivered: true,
        events: [{ parcelState: 'DELIVERED' }, { parcelState: 'IN_TRANSIT', city: 'Recife' }],
      },
    ])
    const [entry] = await stand.admin.activity(orderId)
    expect(entry).toMatchObject({ actor: 'carrier: generic', outcome: 'APPLIED' })
  })
})
