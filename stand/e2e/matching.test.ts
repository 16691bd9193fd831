import { ANA } from '../demo/people'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

const stand = useStand()

const match = async (reference: Record<string, unknown>) =>
  (await stand.admin.matchOrders([reference]))[0]!
const none = { orderId: null, by: null, invoiceNumber: null, candidates: [] }

/** OMS lists an order some minutes after it was made. */
const listed = async (plan: Parameters<typeof plainPlan>[0] = {}) => {
  const order = stand.plant(plainPlan(plan))
  await stand.pass(10 * 60_000)
  return order
}

describe('matchOrders', () => {
  it('finds an order by id, sequence and the id of its marketplace, through OMS', async () => {
    const { orderId, sequence } = await listed({
      marketplace: {
        name: 'Meli',
        affiliateId: 'MLB',
        orderId: '2000015745230171',
        isCertified: false,
      },
    })
    const of = (by: string) => ({ ...none, orderId, by })
    expect(await match({ reference: orderId })).toEqual(of('ORDER_ID'))
    expect(await match({ reference: sequence })).toEqual(of('SEQUENCE'))
    // OMS's search is documented for no marketplace's id: it may find it, and this app knows what it has seen.
    await stand.behave({ readings: { listSearch: 'anyPart' } })
    expect(await match({ reference: '2000015745230171' })).toEqual(of('MARKETPLACE_ID'))
    await stand.behave({ readings: { listSearch: 'documented' } })
    expect(await match({ reference: '2000015745230171' })).toEqual(none)
    await stand.admin.order(orderId)
    expect(await match({ reference: '2000015745230171' })).toEqual(of('MARKETPLACE_ID'))
    expect(await match({ reference: `seq${sequence}` })).toEqual(none)
    expect(await match({ reference: 'no such/order?' })).toEqual(none)
  })

  it('finds the one open order of a recipient and value, and names two', async () => {
    const lines = [{ ...plainPlan().lines[0]!, price: 7_777 }]
    const first = await listed({ lines })
    const reference = { recipientId: ANA.document, value: first.value }
    expect(await match(reference)).toMatchObject({
      orderId: first.orderId,
      by: 'RECIPIENT_AND_VALUE',
    })
    const second = await listed({ lines, hoursAgo: 2 })
    const { orderId, candidates } = await match(reference)
    expect(orderId).toBeNull()
    expect(candidates.map((one) => one.orderId)).toEqual([second.orderId, first.orderId])
  })

  it('finds the invoice that a carrier names, as the order holds it', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '000004711' })
    expect(await match({ invoiceNumber: '4711', series: '1' })).toEqual({
      ...none,
      orderId,
      by: 'INVOICE_NUMBER',
      invoiceNumber: '000004711',
    })
  })
})
