import { moment, someLine, someOrder, somePackage } from '../testing/someOrder'
import { judgeActions, packageActions } from '../standing/actions'
import { attentionOf } from '../standing/attention'
import { instantAt, type Instant } from '../values/instant'
import type { Intent } from '../journal/intent'
import { buildLedger } from '../standing/ledger'
import { cents } from '../values/money'
import type { ChangeState, Order, Package } from './order'
import { belongsTo, LISTED_STATUSES } from '../standing/queue'
import type { Right } from '../problem/rights'
import { DEFAULT_SETTINGS } from '../values/settings'
import { stageOf, type Stage } from '../standing/stage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const ALL: readonly Right[] = ['WorkflowAction', 'ShippingAction', 'RefundAction']
const stage = (order: Order): Stage => stageOf(order, buildLedger(order, []))
const judge = (
  order: Order,
  rights: readonly Right[] = ALL,
  changes: ChangeState | null = null
) => {
  const ledger = buildLedger(order, [])
  return judgeActions({
    order,
    ledger,
    changes,
    stage: stageOf(order, ledger),
    rights: new Set(rights),
  })
}
const attention = (
  order: Order,
  settings = DEFAULT_SETTINGS,
  intents: readonly Intent[] = [],
  invoiceSentAt: Instant | null = null
) => {
  const ledger = buildLedger(order, intents)
  return attentionOf({
    order,
    ledger,
    settings,
    invoiceSentAt,
    changes: null,
    stage: stageOf(order, ledger),
    nowMs: NOW,
  })
}
const intent = (changes: Partial<Intent> = {}): Intent => ({
  id: 'i',
  invoiceNumber: 'NF-9',
  type: 'OUTPUT',
  contentHash: '',
  value: cents(4_000),
  units: [{ id: '101', quantity: 1 }],
  actor: 'a',
  sentAt: moment('2026-03-10T11:59:00Z'),
  state: 'ACCEPTED',
  receipt: null,
  invoicedBefore: cents(0),
  isReplacement: false,
  ...changes,
})
const partly = somePackage({ invoiceValue: cents(100) })
const shipped = somePackage({ trackingNumber: 'A1' })
const arrived = somePackage({
  invoiceNumber: 'NF-2',
  trackingNumber: 'A2',
  courierStatus: { status: 'ok', finished: true, deliveredDate: null, events: [] },
})
const back = somePackage({ invoiceNumber: 'R-1', type: 'INPUT' })

/** Every status that VTEX's texts name (oms §2.7). */
const KNOWN_STATUSES = [
  ...['order-created', 'on-order-completed', 'on-order-completed-ffm', 'payment-pending'],
  ...['waiting-for-order-authorization', 'approve-payment', 'payment-approved', 'request-cancel'],
  ...['waiting-for-seller-decision', 'waiting-ffmt-authorization', 'waiting-for-authorization'],
  ...['waiting-for-manual-authorization', 'authorize-fulfillment', 'order-create-error'],
  ...['order-creation-error', 'window-to-cancel', 'window-to-change-seller'],
  ...['waiting-for-mkt-authorization', 'waiting-seller-handling', 'ready-for-handling'],
  ...['start-handling', 'handling', 'invoice-after-cancellation-deny', 'order-accepted', 'invoice'],
  ...['invoiced', 'replaced', 'cancellation-requested', 'cancel', 'canceled'],
  ...['window-to-change-payment', 'waiting-for-fulfillment', 'ready-for-invoicing'],
  ...[
    'release-to-fulfillment',
    'order-completed',
    'payment-denied',
    'cancellation-request-denied-ffm',
  ],
  ...['waiting-for-sellers-confirmation', ''],
]

describe('stages', () => {
  it.each<[string, Package[], Stage]>([
    ['payment-pending', [], 'NOT_READY'],
    ['something-new', [], 'NOT_READY'],
    ['', [], 'NOT_READY'],
    ['ready-for-handling', [], 'TO_HANDLE'],
    ['waiting-seller-handling', [], 'TO_HANDLE'],
    ['start-handling', [], 'TO_INVOICE'],
    ['handling', [], 'TO_INVOICE'],
    ['cancellation-requested', [], 'TO_INVOICE'],
    ['cancellation-requested', [partly], 'PARTIALLY_INVOICED'],
    ['payment-approved', [], 'NOT_READY'],
    ['payment-approved', [partly], 'PARTIALLY_INVOICED'],
    ['ready-for-handling', [partly], 'PARTIALLY_INVOICED'],
    ['handling', [somePackage()], 'TO_SHIP'],
    ['invoiced', [], 'TO_SHIP'],
    ['invoiced', [somePackage(), arrived], 'TO_SHIP'],
    ['invoiced', [shipped], 'IN_TRANSIT'],
    ['invoiced', [shipped, arrived], 'IN_TRANSIT'],
    ['invoiced', [arrived], 'DELIVERED'],
    ['invoiced', [arrived, back], 'DELIVERED'],
    ['cancel', [], 'CANCELED'],
    ['canceled', [shipped], 'CANCELED'],
  ])('%j with %j', (status, packages, expected) => {
    expect(stage(someOrder({ status, packages }))).toBe(expected)
  })

  it('an event alone is a shipment', () => {
    const event = { date: null, dateText: 'ontem', description: 'Postado', city: null, state: null }
    const seen = somePackage({
      courierStatus: { status: 'ok', finished: false, deliveredDate: null, events: [event] },
    })
    expect(stage(someOrder({ status: 'invoiced', packages: [seen] }))).toBe('IN_TRANSIT')
  })

  it.each(KNOWN_STATUSES)('an untouched order in %s is listed where its stage says', (status) => {
    const here = stage(someOrder({ status }))
    for (const queue of ['TO_HANDLE', 'TO_INVOICE'] as const) {
      const isListed = LISTED_STATUSES[queue].includes(status)
      // Only a partial invoice brings payment-approved there: the live order decides.
      if (status === 'payment-approved') continue
      expect([queue, isListed]).toEqual([queue, belongsTo(queue, { stage: here, attention: [] })])
    }
  })

  it.each(['start-handling', 'handling', 'payment-approved', 'cancellation-requested'])(
    'a partially invoiced order in %s may be invoiced on, and TO_INVOICE asks for it',
    (status) => {
      const order = someOrder({ status, packages: [partly] })
      expect(stage(order)).toBe('PARTIALLY_INVOICED')
      expect(judge(order).allowed).toContain('NOTIFY_INVOICE')
      expect(LISTED_STATUSES.TO_INVOICE).toContain(status)
      expect(LISTED_STATUSES.LATE).toContain(status)
    }
  )

  it('a partially invoiced order in `invoice` is offered the rest: no text says that OMS refuses it', () => {
    const order = someOrder({ status: 'invoice', packages: [partly] })
    expect(stage(order)).toBe('PARTIALLY_INVOICED')
    expect(judge(order).allowed).toContain('NOTIFY_INVOICE')
  })

  it('partially invoiced ones are listed in TO_INVOICE', () => {
    expect(belongsTo('TO_INVOICE', { stage: 'PARTIALLY_INVOICED', attention: [] })).toBe(true)
    expect(belongsTo('TO_HANDLE', { stage: 'PARTIALLY_INVOICED', attention: [] })).toBe(false)
  })
})

describe('actions', () => {
  it('are each allowed or blocked with a reason', () => {
    for (const status of [
      'payment-pending',
      'ready-for-handling',
      'handling',
      'invoiced',
      'canceled',
      'cancel',
    ])
      for (const packages of [[], [partly], [shipped], [arrived, back]])
        for (const rights of [ALL, []]) {
          const { allowed, blocked } = judge(someOrder({ status, packages }), rights)
          expect([...allowed, ...blocked.map(({ action }) => action)].sort()).toHaveLength(5)
        }
  })

  it('follow the stage', () => {
    expect(judge(someOrder({ status: 'ready-for-handling' })).allowed).toEqual([
      'START_HANDLING',
      'NOTIFY_INVOICE',
    ])
    expect(judge(someOrder()).allowed).toEqual(['NOTIFY_INVOICE'])
    expect(judge(someOrder({ status: 'payment-approved', packages: [partly] })).allowed).toEqual([
      'NOTIFY_INVOICE',
      'UPDATE_PARTIAL_INVOICE',
      'UPDATE_TRACKING_STATUS',
    ])
    expect(judge(someOrder({ status: 'invoiced', packages: [arrived] })).allowed).toEqual([
      'NOTIFY_RETURN',
      'UPDATE_PARTIAL_INVOICE',
      'UPDATE_TRACKING_STATUS',
    ])
  })

  it('name the missing right', () => {
    const { allowed, blocked } = judge(someOrder({ status: 'invoiced', packages: [shipped] }), [
      'ShippingAction',
    ])
    expect(allowed).toEqual(['UPDATE_PARTIAL_INVOICE', 'UPDATE_TRACKING_STATUS'])
    expect(blocked.find(({ action }) => action === 'NOTIFY_RETURN')?.problem).toMatchObject({
      code: 'OMS_FORBIDDEN',
      facts: [{ name: 'right', value: 'Notify refund (RefundAction)' }, { name: 'roles' }],
    })
  })

  it('say what in the order stands against them', () => {
    const reason = (order: Order, changes: ChangeState | null = null) =>
      judge(order, ALL, changes).blocked.find(({ action }) => action === 'NOTIFY_INVOICE')?.problem
        .code
    expect(reason(someOrder({ isComplete: false }))).toBe('ORDER_INCOMPLETE')
    expect(reason(someOrder(), { inProgress: true, requestId: null })).toBe(
      'ORDER_CHANGE_IN_PROGRESS'
    )
    expect(reason(someOrder({ status: 'request-cancel' }))).toBe('ORDER_CANCELING')
    expect(reason(someOrder({ status: 'cancellation-requested' }))).toBeUndefined()
  })

  it.each([
    ...['order-created', 'on-order-completed', 'on-order-completed-ffm', 'payment-pending'],
    ...['waiting-for-order-authorization', 'approve-payment', 'payment-approved', 'payment-denied'],
    ...['waiting-ffmt-authorization', 'waiting-for-authorization', 'authorize-fulfillment'],
    ...['waiting-for-manual-authorization', 'order-create-error', 'order-creation-error'],
    ...['window-to-cancel', 'window-to-change-seller', 'window-to-change-payment'],
    ...['waiting-for-mkt-authorization', 'order-accepted', 'invoice', 'detail.state.null', ''],
  ])('of an untouched order in %j are none, and each says the status', (status) => {
    const order = someOrder({ status })
    const { allowed, blocked } = judge(order)
    expect([stage(order), allowed]).toEqual(['NOT_READY', []])
    for (const { action, problem } of blocked) {
      expect(problem.code).toBe(
        action === 'NOTIFY_RETURN' ? 'RETURN_BEFORE_INVOICED' : 'ORDER_STATE_FORBIDS'
      )
      const facts = problem.facts.filter(({ name }) => name === 'status')
      expect(facts.map(({ value }) => value)).toEqual([status || 'null'])
    }
  })

  it('of an order in `invoice` with nothing attached wait for OMS, which verifies an invoice that it does not show', () => {
    const order = someOrder({ status: 'invoice' })
    const { allowed, blocked } = judge(order)
    expect(allowed).toEqual([])
    expect(blocked.find(({ action }) => action === 'NOTIFY_INVOICE')?.problem).toMatchObject({
      code: 'ORDER_STATE_FORBIDS',
      facts: [
        { name: 'status', value: 'invoice' },
        { name: 'operation', value: 'NOTIFY_INVOICE' },
      ],
    })
    expect(attention(order)).toMatchObject([
      { code: 'ORDER_STUCK', facts: [{ name: 'status', value: 'invoice' }, { name: 'since' }] },
    ])
  })

  it('of an order that another one replaced are over, and it is neither late nor stuck', () => {
    for (const packages of [[], [partly], [somePackage()]]) {
      const order = someOrder({
        status: 'replaced',
        packages,
        estimatedDelivery: moment('2026-03-09T00:00:00Z'),
      })
      expect(judge(order).allowed).not.toContain('NOTIFY_INVOICE')
      expect(attention(order)).toEqual([])
    }
  })

  it('of a package need a safe number, and a tracking number for a status', () => {
    const packages = [somePackage(), somePackage({ invoiceNumber: 'N 2' }), shipped, back]
    const order = someOrder({ status: 'invoiced', packages })
    const view = { order, allowedActions: judge(order).allowed }
    expect(packages.map((one) => packageActions(view, one).length)).toEqual([1, 0, 2, 0])
    expect(packageActions(view, somePackage({ invoiceNumber: 'not-yet' }))).toEqual([])
  })
})

describe('attention', () => {
  const codes = (order: Order, settings = DEFAULT_SETTINGS) =>
    attention(order, settings).map(({ code }) => code)

  it('is empty for an order in good order', () => {
    expect(codes(someOrder())).toEqual([])
  })

  it('says late with the promised date, until it is delivered or canceled', () => {
    const late = { estimatedDelivery: moment('2026-03-10T11:59:00Z') }
    expect(attention(someOrder(late))).toMatchObject([
      { code: 'LATE', facts: [{ name: 'estimatedDelivery', value: '2026-03-10T11:59:00Z' }] },
    ])
    expect(codes(someOrder({ ...late, status: 'invoiced', packages: [arrived] }))).toEqual([])
    expect(codes(someOrder({ ...late, status: 'canceled' }))).toEqual([])
  })

  it('says stuck: by OMS’s flag, by resting in a passing step, by a value that is reached without effect', () => {
    expect(attention(someOrder({ workflowIsInError: true }))).toMatchObject([
      { code: 'ORDER_STUCK', facts: [{ name: 'status', value: 'handling' }, { name: 'since' }] },
    ])
    expect(codes(someOrder({ status: 'start-handling' }))).toEqual(['ORDER_STUCK'])
    expect(
      codes(someOrder({ status: 'start-handling', lastChange: moment('2026-03-10T11:30:00Z') }))
    ).toEqual([])
    expect(codes(someOrder({ status: 'payment-approved', packages: [somePackage()] }))).toEqual([
      'ORDER_STUCK',
    ])
    expect(codes(someOrder({ status: 'invoiced', packages: [somePackage()] }))).toEqual([])
  })

  describe('of an order whose invoice this app has sent', () => {
    const sentAgo = (minutes: number): Instant => instantAt(NOW - minutes * 60_000)
    const all = { value: cents(11_500) }
    const looks = (order: Partial<Order>, minutes: number, changes: Partial<Intent> = all) => {
      const sentAt = sentAgo(minutes)
      const open = intent({ ...changes, sentAt })
      return attention(someOrder(order), DEFAULT_SETTINGS, [open], sentAt)
    }

    it.each(['handling', 'start-handling', 'payment-approved'])(
      'says nothing of %s for ten minutes, and until the hour that OMS does not show it yet',
      (status) => {
        expect(looks({ status }, 9.9)).toEqual([])
        for (const minutes of [10, 59])
          expect(looks({ status }, minutes)).toMatchObject([{ code: 'WRITE_NOT_SHOWN' }])
      }
    )

    it.each(['handling', 'start-handling'])(
      'says stuck in %s, since the send, where OMS took it and shows it after an hour still not',
      (status) => {
        expect(looks({ status }, 60)).toMatchObject([
          {
            code: 'ORDER_STUCK',
            facts: [{ name: 'status' }, { name: 'since', value: sentAgo(60) }],
          },
          // By name: a stuck order alone tells nobody which invoice waits.
          { code: 'INVOICE_NOT_SHOWN', facts: [{ value: 'NF-9' }, {}, { value: sentAgo(60) }] },
        ])
      }
    )

    it('says it of a partial one too, and not where the order is over or OMS never took it', () => {
      expect(looks({}, 60, {})).toMatchObject([
        { code: 'ORDER_STUCK' },
        { code: 'INVOICE_NOT_SHOWN' },
      ])
      expect(looks({ status: 'canceled' }, 60)).toEqual([])
      expect(looks({}, 60, { ...all, state: 'UNKNOWN' })).toMatchObject([
        { code: 'OMS_OUTCOME_UNKNOWN' },
      ])
    })

    it('waits as long where OMS shows the invoice and has not moved the order', () => {
      const shown = someOrder({ packages: [somePackage()] })
      expect(attention(shown, DEFAULT_SETTINGS, [], sentAgo(59))).toEqual([])
      expect(attention(shown, DEFAULT_SETTINGS, [], sentAgo(60))).toMatchObject([
        { code: 'ORDER_STUCK', facts: [{}, { name: 'since', value: sentAgo(60) }] },
      ])
    })
  })

  it.each(['OUTPUT', 'INPUT'] as const)(
    'says of an %s invoice without an answer all that it takes to enter it again',
    (type) => {
      const open = intent({ type, state: 'UNKNOWN' })
      expect(attention(someOrder(), DEFAULT_SETTINGS, [open], open.sentAt)).toMatchObject([
        {
          code: 'OMS_OUTCOME_UNKNOWN',
          facts: [
            { name: 'sentAt', value: open.sentAt },
            { name: 'retryAt', value: '2026-03-10T12:01:20.000Z' },
            { name: 'invoiceNumber', value: open.invoiceNumber },
            { name: 'type', value: type },
          ],
        },
      ])
    }
  )

  it('misses the XML of a certified marketplace', () => {
    const marketplace = { name: 'M', isCertified: true, orderId: null }
    expect(
      codes(someOrder({ marketplace, status: 'invoiced', packages: [somePackage()] }))
    ).toEqual(['XML_REQUIRED'])
    expect(
      codes(
        someOrder({
          marketplace,
          status: 'invoiced',
          packages: [somePackage({ embeddedInvoice: '<a/>' })],
        })
      )
    ).toEqual([])
    expect(codes(someOrder({ marketplace }))).toEqual([])
  })
})

describe('ledger', () => {
  it('counts accepted and unknown intents until the order shows them', () => {
    for (const state of ['SENDING', 'ACCEPTED', 'UNKNOWN'] as const)
      expect(buildLedger(someOrder(), [intent({ state })])).toMatchObject({
        invoicedValue: 4_000,
        remainingValue: 7_500,
        lines: [{ invoicedQuantity: 1, remainingQuantity: 1 }],
      })
    const shown = someOrder({
      packages: [somePackage({ invoiceNumber: 'NF-9', invoiceValue: cents(4_000) })],
    })
    expect(buildLedger(shown, [intent()])).toMatchObject({ invoicedValue: 4_000, pending: [] })
  })

  it('takes the larger figure while a replacement is under way', () => {
    const order = someOrder({ packages: [somePackage({ invoiceValue: cents(5_000) })] })
    const smaller = intent({ invoiceNumber: 'NF-1', isReplacement: true })
    expect(buildLedger(order, [smaller]).invoicedValue).toBe(5_000)
    expect(buildLedger(order, [{ ...smaller, value: cents(6_000) }]).invoicedValue).toBe(6_000)
  })

  it('spreads units of a split SKU over its lines in order, and ignores what points outside', () => {
    const lines = [1, 2].map((quantity, itemIndex) => someLine({ itemIndex, id: '7', quantity }))
    const items = [
      { itemIndex: 1, id: '7', quantity: 2, price: null, description: null },
      { itemIndex: 9, id: null, quantity: 5, price: null, description: null },
    ]
    const order = someOrder({ lines, packages: [somePackage({ items })] })
    expect(buildLedger(order, []).lines.map(({ invoicedQuantity }) => invoicedQuantity)).toEqual([
      1, 1,
    ])
  })

  it('counts by our own record where OMS rebuilt the items', () => {
    const order = someOrder({ packages: [somePackage({ invoiceValue: cents(5_000) })] })
    const record = {
      invoiceNumber: 'NF-1',
      dispatchedDate: null,
      wroteInvoice: true,
      descriptions: [],
    }
    const own = {
      ...record,
      sent: {
        invoiceValue: cents(5_000),
        items: [{ id: '101', quantity: 1, price: cents(5_000) }],
      },
    }
    expect(buildLedger(order, [], [own]).lines[0].invoicedQuantity).toBe(1)
    expect(buildLedger(order, [], [record]).lines[0].invoicedQuantity).toBe(2)
  })

  it('never goes below zero where more was invoiced than the order is worth now', () => {
    const order = someOrder({ packages: [somePackage({ invoiceValue: cents(20_000) })] })
    expect(buildLedger(order, []).remainingValue).toBe(0)
  })
})
