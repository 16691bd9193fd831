import { orderPath } from './harness/oms'
import { currencyOf, isUntouched, plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, sameSecond, saoPaulo } from './harness/time'
import { operationsOf } from './harness/wire'

const stand = useStand({ behaviour: { applyDelayMs: 300 } })

it('leads an order from paid to delivered: invoice, then tracking, then its way', async () => {
  const { orderId, value } = await stand.orderWith(
    (order) => isUntouched(order) && currencyOf(order) === 'BRL'
  )
  const issued = saoPaulo(stand.now() - 2 * HOUR_MS)

  const notified = await stand.admin.notifyInvoice(orderId, {
    invoiceNumber: '40017',
    issuanceDate: issued,
  })
  expect(notified.problems).toEqual([])
  expect(notified.outcome).toBe('APPLIED')
  expect(notified.receipt).toMatchObject({
    orderId,
    receipt: expect.stringMatching(/^[0-9A-Fa-f]{32}$/),
  })
  expect(notified.invoice).toMatchObject({
    invoiceNumber: '40017',
    type: 'OUTPUT',
    invoiceValue: value,
    trackingNumber: null,
    isDelivered: false,
    events: [],
  })
  expect(notified.order).toMatchObject({
    invoicedValue: value,
    remainingValue: 0,
    stage: 'TO_SHIP',
  })

  await stand.pass(1_000)
  const invoiced = await stand.oms.order(orderId)
  expect(invoiced.status).toBe('invoiced')
  const stored = invoiced.packageAttachment!.packages
  expect(stored).toHaveLength(1)
  expect(stored[0]).toMatchObject({ invoiceNumber: '40017', invoiceValue: value, type: 'Output' })
  expect(sameSecond(stored[0]!.issuanceDate, issued)).toBe(true)

  const tracked = await stand.admin.updatePartialInvoice(orderId, '40017', {
    trackingNumber: 'BR123456789BR',
    courier: 'Correios',
  })
  expect(tracked.problems).toEqual([])
  expect(tracked.outcome).toBe('APPLIED')
  const after = (await stand.oms.order(orderId)).packageAttachment!.packages[0]!
  expect(after).toEqual({ ...stored[0], trackingNumber: 'BR123456789BR', courier: 'Correios' })
  expect(tracked.order!.stage).toBe('IN_TRANSIT')

  const first = {
    date: saoPaulo(stand.now() - HOUR_MS),
    description: 'Posted',
    city: 'Recife',
    state: 'PE',
  }
  const second = {
    date: saoPaulo(stand.now() - HOUR_MS / 2),
    description: 'On its way',
    city: 'Natal',
    state: 'RN',
  }
  const third = {
    date: saoPaulo(stand.now()),
    description: 'Delivered',
    city: 'Natal',
    state: 'RN',
  }
  for (const [status, event] of [
    [{ isDelivered: false }, first],
    [{ isDelivered: false }, second],
    [{ isDelivered: true }, third],
  ] as const) {
    const sent = await stand.admin.updateTrackingStatus(orderId, '40017', {
      ...status,
      events: [event],
    })
    expect(sent.problems).toEqual([])
    expect(sent.outcome).toBe('APPLIED')
  }
  const end = (await stand.oms.order(orderId)).packageAttachment!.packages[0]!
  expect(end.courierStatus!.finished).toBe(true)
  expect(sameSecond(end.courierStatus!.deliveredDate, `${third.date.slice(0, 16)}:00-03:00`)).toBe(
    true
  )
  expect(
    end.courierStatus!.data.map(({ description, city, state }) => ({ description, city, state }))
  ).toEqual(
    [third, second, first].map(({ description, city, state }) => ({ description, city, state }))
  )
  const shown = await stand.admin.order(orderId)
  expect(shown).toMatchObject({ stage: 'DELIVERED', status: 'invoiced' })
  expect(shown!.packages[0]!.events.map(({ description }) => description)).toEqual([
    'Delivered',
    'On its way',
    'Posted',
  ])

  const activity = await stand.admin.activity(orderId)
  expect(
    activity.map(({ operation, outcome, invoiceNumber }) => [operation, outcome, invoiceNumber])
  ).toEqual([
    ['UPDATE_TRACKING_STATUS', 'APPLIED', '40017'],
    ['UPDATE_TRACKING_STATUS', 'APPLIED', '40017'],
    ['UPDATE_TRACKING_STATUS', 'APPLIED', '40017'],
    ['UPDATE_PARTIAL_INVOICE', 'APPLIED', '40017'],
    ['NOTIFY_INVOICE', 'APPLIED', '40017'],
  ])
  expect(activity.every(({ actor }) => actor === 'admin@storeops.example')).toBe(true)
  expect(activity.every(({ receipt }) => /^[0-9A-Fa-f]{32}$/.test(receipt ?? ''))).toBe(true)
})

describe('what OMS receives', () => {
  beforeEach(() => stand.behave({ applyDelayMs: 0 }))

  it('is one read, one POST and one read back for an invoice', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    expect(operationsOf(await stand.requests())).toEqual(['GetOrder', 'NotifyInvoice', 'GetOrder'])
  })

  it('is the body of NotifyInvoice, digits for the value and one line for each SKU', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: '40018',
      issuanceDate: '2026-03-01T14:05:00-03:00',
      invoiceUrl: 'https://example.com/40018.pdf',
    })
    expect(await stand.writes()).toEqual([
      {
        operation: 'NotifyInvoice',
        method: 'POST',
        path: `${orderPath(orderId)}/invoice`,
        body: {
          type: 'Output',
          issuanceDate: '2026-03-01T14:05:00-03:00',
          invoiceNumber: '40018',
          invoiceValue: '11000',
          invoiceUrl: 'https://example.com/40018.pdf',
          courier: '',
          trackingNumber: '',
          trackingUrl: '',
          items: [{ id: '101', price: 5_000, quantity: 2 }],
        },
        status: 200,
        at: expect.any(String),
        token: 'person',
      },
    ])
  })

  it('is nothing but the two given fields for the tracking', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '40018' })
    await stand.admin.updatePartialInvoice(orderId, '40018', {
      trackingNumber: 'T1',
      courier: 'C1',
    })
    const [, patch, ...more] = await stand.writes()
    expect(more).toEqual([])
    expect(patch).toMatchObject({
      operation: 'UpdatePartialInvoice',
      method: 'PATCH',
      path: `${orderPath(orderId)}/invoice/40018`,
      status: 200,
    })
    expect(patch!.body).toEqual({ trackingNumber: 'T1', courier: 'C1' })
  })

  it('is the new events alone for the parcel, and the moment of the delivery', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '40018', trackingNumber: 'T1' })
    const posted = {
      date: '2026-03-01T10:00:00-03:00',
      description: 'Posted',
      city: 'Recife',
      state: 'PE',
    }
    const arrived = {
      date: '2026-03-02T16:30:00-03:00',
      description: 'Delivered',
      city: 'Natal',
      state: 'RN',
    }
    await stand.admin.updateTrackingStatus(orderId, '40018', {
      isDelivered: false,
      events: [posted],
    })
    await stand.admin.updateTrackingStatus(orderId, '40018', {
      isDelivered: true,
      events: [posted, arrived],
    })
    const [, first, second, ...more] = await stand.writes()
    expect(more).toEqual([])
    expect(first).toMatchObject({
      operation: 'UpdateTrackingStatus',
      method: 'PUT',
      path: `${orderPath(orderId)}/invoice/40018/tracking`,
      body: {
        isDelivered: false,
        deliveredDate: null,
        events: [{ ...posted, date: expect.stringMatching(/^2026-03-01T10:00:00(\.0+)?-03:00$/) }],
      },
    })
    expect(second!.body).toMatchObject({
      isDelivered: true,
      deliveredDate: '2026-03-02 19:30',
      events: [{ description: 'Delivered', city: 'Natal', state: 'RN' }],
    })
    expect((second!.body as { events: unknown[] }).events).toHaveLength(1)
  })

  it('is nothing at all when the same is sent again', async () => {
    const { orderId } = stand.plant(plainPlan())
    const invoice = { invoiceNumber: '40018', issuanceDate: '2026-03-01T14:05:00-03:00' }
    const tracking = { trackingNumber: 'T1', courier: 'C1' }
    const status = {
      isDelivered: true,
      events: [{ date: '2026-03-02T16:30:00-03:00', description: 'Delivered' }],
    }
    await stand.admin.notifyInvoice(orderId, invoice)
    await stand.admin.updatePartialInvoice(orderId, '40018', tracking)
    await stand.admin.updateTrackingStatus(orderId, '40018', status)
    const before = await stand.writes()

    expect((await stand.admin.notifyInvoice(orderId, invoice)).outcome).toBe('ALREADY_APPLIED')
    expect((await stand.admin.updatePartialInvoice(orderId, '40018', tracking)).outcome).toBe(
      'ALREADY_APPLIED'
    )
    const again = await stand.admin.updateTrackingStatus(orderId, '40018', status)
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect(again.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['EVENTS_ALL_KNOWN', 'WARNING'],
    ])
    expect(await stand.writes()).toEqual(before)
  })
})
