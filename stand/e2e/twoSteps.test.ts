import { currencyOf, isUntouched, plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, saoPaulo } from './harness/time'
import { bodiesOf } from './harness/wire'

const stand = useStand({ behaviour: { applyDelayMs: 300 } })

it.each(['BRL', 'COP', 'CLP', 'MXN', 'USD'])(
  'leads an order in %s from paid to delivered: the invoice carries its tracking',
  async (currency) => {
    const { orderId, value } = await stand.orderWith(
      (o) => isUntouched(o) && currencyOf(o) === currency
    )
    const notified = await stand.admin.notifyInvoice(
      orderId,
      {
        invoiceNumber: '50001',
        courier: 'Correios',
        trackingNumber: 'BR123456789BR',
        trackingUrl: 'https://tracking.example.com/BR123456789BR',
        dispatchedDate: saoPaulo(stand.now() - HOUR_MS),
      },
      { accept: ['XML_REQUIRED'] }
    )
    expect(notified.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([])
    expect(notified.outcome).toBe('APPLIED')
    expect(notified.order).toMatchObject({
      value,
      invoicedValue: value,
      remainingValue: 0,
      stage: 'IN_TRANSIT',
    })
    await stand.pass(1_000)
    expect((await stand.oms.order(orderId)).status).toBe('invoiced')

    const delivered = await stand.admin.updateTrackingStatus(orderId, '50001', {
      isDelivered: true,
      events: [{ date: saoPaulo(stand.now()), description: 'Delivered' }],
    })
    expect(delivered.outcome).toBe('APPLIED')
    expect(delivered.order!.stage).toBe('DELIVERED')
    const [stored] = (await stand.oms.order(orderId)).packageAttachment!.packages
    expect(stored).toMatchObject({
      invoiceNumber: '50001',
      invoiceValue: value,
      courier: 'Correios',
      trackingNumber: 'BR123456789BR',
      trackingUrl: 'https://tracking.example.com/BR123456789BR',
      courierStatus: { finished: true },
    })
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual([
      'NotifyInvoice',
      'UpdateTrackingStatus',
    ])
  }
)

it('puts the tracking and the dispatch on the wire of the invoice', async () => {
  const { orderId } = stand.plant(plainPlan())
  await stand.admin.notifyInvoice(orderId, {
    invoiceNumber: '50002',
    issuanceDate: '2026-03-01T14:05:00-03:00',
    courier: 'Correios',
    trackingNumber: 'T2',
    trackingUrl: 'https://tracking.example.com/T2',
    dispatchedDate: '2026-03-01T16:00:00-03:00',
  })
  expect(bodiesOf(await stand.requests(), 'NotifyInvoice')).toEqual([
    {
      type: 'Output',
      issuanceDate: '2026-03-01T14:05:00-03:00',
      invoiceNumber: '50002',
      invoiceValue: '11000',
      courier: 'Correios',
      trackingNumber: 'T2',
      trackingUrl: 'https://tracking.example.com/T2',
      dispatchedDate: '2026-03-01T16:00:00-03:00',
      items: [{ id: '101', price: 5_000, quantity: 2 }],
    },
  ])
})
