import type { Intent, TrackingIntent } from '../journal/intent'
import type { Order, Package } from '../order/order'
import { someIntent } from '../testing/someIntent'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { DEFAULT_SETTINGS } from '../values/settings'
import { attentionOf } from './attention'
import { buildLedger } from './ledger'
import { stageOf } from './stage'

const NOW = '2026-03-10T12:00:00Z'
const hoursAgo = (hours: number) =>
  moment(new Date(Date.parse(NOW) - hours * 3_600_000).toISOString())

const sent = (changes: Partial<Intent> = {}): Intent =>
  someIntent({ invoiceNumber: 'NF-9', sentAt: hoursAgo(0), ...changes })

const attention = (
  order: Order,
  intents: readonly Intent[] = [],
  more: Partial<Parameters<typeof attentionOf>[0]> = {}
) => {
  const ledger = buildLedger(order, intents)
  return attentionOf({
    order,
    ledger,
    stage: stageOf(order, ledger),
    changes: null,
    settings: DEFAULT_SETTINGS,
    invoiceSentAt: null,
    nowMs: Date.parse(NOW),
    ...more,
  })
}
const codes = (...asked: Parameters<typeof attention>) =>
  attention(...asked).map(({ code }) => code)
const withCourier = (of: Partial<Package>, finished: boolean): Package =>
  somePackage({ ...of, courierStatus: { status: null, finished, deliveredDate: null, events: [] } })

describe('an order that is being canceled', () => {
  it.each([
    ['cancellation-requested', 'WARNING'],
    ['request-cancel', 'ERROR'],
    ['waiting-for-seller-decision', 'ERROR'],
  ])('%s is told as %s', (status, severity) =>
    expect(attention(someOrder({ status, lastChange: hoursAgo(0) }))).toMatchObject([
      { code: 'ORDER_CANCELING', severity, facts: [{ name: 'status', value: status }] },
    ])
  )
})

describe('an order that rests', () => {
  const passing = (more: Partial<Order>) => someOrder({ status: 'invoice', ...more })

  it('in a step that OMS takes by itself is stuck after an hour, not before', () => {
    expect(codes(passing({ lastChange: hoursAgo(1) }))).toEqual(['ORDER_STUCK'])
    expect(codes(passing({ lastChange: hoursAgo(0.99) }))).toEqual([])
  })

  it('is told with its status and since when', () =>
    expect(attention(passing({ lastChange: hoursAgo(2) }))).toMatchObject([
      {
        facts: expect.arrayContaining([
          { name: 'status', value: 'invoice' },
          { name: 'since', value: hoursAgo(2) },
        ]) as unknown,
      },
    ]))

  it('counts from its creation where nothing else is known', () => {
    const order = passing({ lastChange: null, creationDate: hoursAgo(2) })
    expect(attention(order)[0].facts).toContainEqual({ name: 'since', value: hoursAgo(2) })
  })

  it('counts from an invoice that was sent later, not from one that was sent before', () => {
    const order = passing({ lastChange: hoursAgo(2) })
    expect(codes(order, [], { invoiceSentAt: hoursAgo(0.5) })).toEqual([])
    expect(attention(order, [], { invoiceSentAt: hoursAgo(3) })[0].facts).toContainEqual({
      name: 'since',
      value: hoursAgo(2),
    })
  })
})

describe('a delivery that is late', () => {
  const promised = (hours: number, more: Partial<Order> = {}) =>
    someOrder({ estimatedDelivery: hoursAgo(hours), ...more })
  const arrivedOf = (status: string, packages: Package[]) =>
    codes(promised(24, { status, packages }), [], { stage: 'TO_SHIP' })

  it('is one whose promised moment is over', () => {
    expect(codes(promised(0.01))).toEqual(['LATE'])
    expect(codes(promised(0))).toEqual([])
    expect(codes(someOrder({ estimatedDelivery: null }))).toEqual([])
  })

  it.each(['DELIVERED', 'CANCELED'] as const)('is none once it is %s', (stage) =>
    expect(codes(promised(24), [], { stage })).toEqual([])
  )

  it('is none where OMS has invoiced it and every parcel has come', () => {
    const came = withCourier({}, true)
    const onItsWay = withCourier({ invoiceNumber: 'B' }, false)
    expect(arrivedOf('invoiced', [came])).toEqual([])
    expect(arrivedOf('invoiced', [came, onItsWay])).toEqual(['LATE'])
    expect(arrivedOf('invoiced', [])).toEqual(['LATE'])
    expect(arrivedOf('handling', [came])).toContain('LATE')
  })

  it('is none of an order that another one replaces', () =>
    expect(codes(promised(24, { status: 'replaced' }))).toEqual([]))
})

describe('an invoice that OMS took and does not show', () => {
  const longAgo = sent({ sentAt: hoursAgo(1) })

  it('is told after ten minutes, by a code of its own after an hour, and of no order that is canceled', () => {
    const order = someOrder({ lastChange: hoursAgo(0) })
    expect(codes(order, [longAgo])).toEqual(['INVOICE_NOT_SHOWN'])
    expect(codes(order, [sent({ sentAt: hoursAgo(0.99) })])).toEqual(['WRITE_NOT_SHOWN'])
    expect(codes(order, [sent({ sentAt: hoursAgo(1 / 6) })])).toEqual(['WRITE_NOT_SHOWN'])
    expect(codes(order, [sent({ sentAt: hoursAgo(0.16) })])).toEqual([])
    expect(codes({ ...order, status: 'canceled' }, [longAgo])).toEqual([])
  })

  it('is told beside another of the same order, each by its own number and once', () => {
    const longAgo = sent({ id: 'a', invoiceNumber: 'NF-8', sentAt: hoursAgo(2) })
    const lately = sent({ id: 'b', invoiceNumber: 'NF-9', sentAt: hoursAgo(0.5) })
    const told = attention(someOrder({ lastChange: hoursAgo(0) }), [longAgo, lately])
    expect(
      told.map(({ code, facts }) => [
        code,
        facts.find(({ name }) => name === 'invoiceNumber')?.value,
      ])
    ).toEqual([
      ['INVOICE_NOT_SHOWN', 'NF-8'],
      ['WRITE_NOT_SHOWN', 'NF-9'],
    ])
  })

  it('hides nothing else that hangs: not the delivery of one that waits for an answer, nor what its receipt is called', () => {
    const order = someOrder({
      lastChange: hoursAgo(0),
      packages: [somePackage({ invoiceNumber: 'NF-9' })],
    })
    const delivery: TrackingIntent = {
      id: 'id-9',
      invoiceNumber: 'NF-9',
      actor: 'a',
      state: 'ACCEPTED',
      sentAt: hoursAgo(0.5),
      isDelivered: true,
      deliveredDate: null,
      events: [],
      fresh: [],
    }
    const replacing = sent({ state: 'UNKNOWN', isReplacement: true })
    expect(codes(order, [replacing], { tracking: [delivery] })).toEqual([
      'OMS_OUTCOME_UNKNOWN',
      'WRITE_NOT_SHOWN',
    ])
    const receipt = { date: hoursAgo(2), orderId: order.orderId, receipt: 'NF-9' }
    const longAgo = sent({ id: 'b', invoiceNumber: 'NF-8', sentAt: hoursAgo(2), receipt })
    expect(codes(order, [longAgo], { tracking: [delivery] })).toEqual([
      'INVOICE_NOT_SHOWN',
      'WRITE_NOT_SHOWN',
    ])
  })

  it('is told as without an answer where OMS gave none', () =>
    expect(attention(someOrder(), [sent({ state: 'UNKNOWN', type: 'INPUT' })])).toMatchObject([
      {
        code: 'OMS_OUTCOME_UNKNOWN',
        facts: expect.arrayContaining([
          { name: 'sentAt', value: hoursAgo(0) },
          { name: 'invoiceNumber', value: 'NF-9' },
          { name: 'type', value: 'INPUT' },
        ]) as unknown,
      },
    ]))
})
