import { someInvoice, someItem, someLine, someOrder, somePackage } from '../testing/someOrder'
import { judgedOf, someQuestion } from '../testing/someQuestion'
import type { InvoiceCommand } from '../invoice/command'
import { decideInvoice, type InvoiceDecision } from '../invoice/decideInvoice'
import type { Intent } from '../journal/intent'
import { buildLedger } from '../standing/ledger'
import { cents } from '../values/money'
import type { Order } from './order'

// What no order holds and no caller means, yet both can say: it is answered, never thrown.

function decide(
  order: Order,
  command: Partial<InvoiceCommand>,
  intents: readonly Intent[] = []
): InvoiceDecision {
  return decideInvoice(someQuestion(order, { intents, command: someInvoice(command) }))
}

function judged(order: Order, command: Partial<InvoiceCommand>) {
  const { draft, problems } = judgedOf(someQuestion(order, { command: someInvoice(command) }))
  return { ...draft, codes: problems.map(({ code }) => code) }
}

const MOST = Number.MAX_SAFE_INTEGER

describe('a value that a caller gives', () => {
  it.each([-1, -11_500, -MOST])('below zero moves nothing: %d', (invoiceValue) => {
    expect(judged(someOrder(), { invoiceValue })).toMatchObject({
      remainingAfter: 11_500,
      completesOrder: false,
      codes: ['VALUE_NOT_POSITIVE'],
    })
  })

  it('at the end of the range is over what remains', () => {
    const order = someOrder({
      status: 'payment-approved',
      packages: [somePackage({ invoiceNumber: 'NF-0', invoiceValue: cents(5_000), items: [] })],
    })
    expect(judged(order, { invoiceValue: MOST })).toMatchObject({
      remainingAfter: 0,
      codes: ['VALUE_OVER_REMAINING'],
    })
  })

  it.each([[115.5], [Number.NaN], ['11500'], [Number.POSITIVE_INFINITY], [true], [{}]])(
    'that is none is not the stored one: %j',
    (invoiceValue) => {
      const order = someOrder({ status: 'invoiced', packages: [somePackage()] })
      expect(judged(order, { invoiceValue }).codes).toEqual(['VALUE_INVALID'])
    }
  )

  it('that is none is not the one that OMS has accepted and does not show yet, nor is a date that is none', () => {
    const intent: Intent = {
      id: 'i',
      invoiceNumber: 'NF-1',
      type: 'OUTPUT',
      contentHash: '',
      value: cents(11_500),
      units: [],
      actor: 'a',
      sentAt: someOrder().creationDate,
      state: 'ACCEPTED',
      receipt: null,
      invoicedBefore: cents(0),
      isReplacement: false,
    }
    const codes = (command: Partial<InvoiceCommand>) => {
      const decision = decide(someOrder(), command, [intent])
      return decision.verdict === 'JUDGED' ? decision.problems.map(({ code }) => code) : []
    }
    expect(decide(someOrder(), {}, [intent]).verdict).toBe('ACCEPTED')
    expect(codes({ invoiceValue: 115.5 })).toEqual(['VALUE_INVALID'])
    expect(codes({ issuanceDate: 'today' })).toEqual(['DATE_INVALID'])
  })
})

describe('prices that a caller gives', () => {
  const lines = [someLine(), someLine({ itemIndex: 1, id: '202', quantity: 1 })]

  it('that together leave the range are no prices', () => {
    const items = [someItem({ id: '101', price: MOST }), someItem({ id: '202', price: MOST })]
    expect(judged(someOrder({ lines }), { items }).codes).toEqual(['VALUE_INVALID'])
    const twice = [someItem({ id: '101', price: MOST }), someItem({ id: '101', price: MOST })]
    expect(judged(someOrder({ lines }), { items: twice }).codes).toEqual(['VALUE_INVALID'])
  })

  it('beyond what remains are not cut down to it in silence', () => {
    const items = [someItem({ id: '101', price: 999_999 })]
    expect(judged(someOrder({ lines }), { items }).codes).toEqual(['VALUE_OVER_REMAINING'])
  })

  it('on the stored number have to be money', () => {
    const order = someOrder({ status: 'invoiced', packages: [somePackage()] })
    const items = [someItem({ id: '101', quantity: 2, price: 50.5 })]
    expect(judged(order, { items }).codes).toEqual(['VALUE_INVALID'])
  })
})

describe('an order beyond all measure', () => {
  const huge = cents(MOST)

  it('is counted to the end of the range', () => {
    const lines = [0, 1, 2].map((itemIndex) => someLine({ itemIndex, roughValue: huge }))
    const totals = ['Items', 'Discounts', 'Shipping'].map((id) => ({ id, name: null, value: huge }))
    const packages = ['1', '2'].map((invoiceNumber) =>
      somePackage({ invoiceNumber, invoiceValue: huge })
    )
    const returned = packages.map((one) => ({ ...one, type: 'INPUT' as const }))
    const order = someOrder({ lines, totals, value: huge, packages: [...packages, ...returned] })
    expect(buildLedger(order, [])).toMatchObject({
      invoicedValue: MOST,
      remainingValue: 0,
      refundedValue: MOST,
    })
    for (const type of ['OUTPUT', 'INPUT'] as const)
      expect(decide({ ...order, status: 'invoiced' }, { type, invoiceNumber: 'X' }).verdict).toBe(
        'JUDGED'
      )
  })

  it('below zero has nothing left', () => {
    const order = someOrder({
      value: cents(-MOST),
      packages: [somePackage({ invoiceValue: huge })],
    })
    expect(buildLedger(order, []).remainingValue).toBe(0)
  })
})

describe('a line whose SKU OMS does not name', () => {
  const lines = [
    someLine({ id: '', quantity: 2 }),
    someLine({ itemIndex: 1, id: '202', quantity: 2, roughValue: cents(2_000) }),
  ]

  it('goes by value: nothing is sent for it, and nothing waits for it', () => {
    const all = judged(someOrder({ lines }), {})
    expect(all.items.map(({ id, quantity }) => [id, quantity])).toEqual([['202', 2]])
    expect(all).toMatchObject({ invoiceValue: 13_500, completesOrder: true, codes: [] })
    const named = judged(someOrder({ lines }), { items: [someItem({ id: '202', quantity: 2 })] })
    expect(named).toMatchObject({ invoiceValue: 13_500, completesOrder: true, codes: [] })
  })

  it.each([{ id: '' }, { itemIndex: 0 }])('cannot be named: %j', (item) => {
    expect(judged(someOrder({ lines }), { items: [someItem(item)] }).codes).toEqual([
      'ITEM_NOT_IN_ORDER',
    ])
  })
})
