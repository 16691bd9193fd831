import type { Order } from '../order/order'
import { RIGHT_LABELS, type Right } from '../problem/rights'
import { someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { judgeActions, ORDER_ACTIONS, packageActions } from './actions'
import { buildLedger } from './ledger'
import { stageOf } from './stage'

const RIGHTS = Object.keys(RIGHT_LABELS) as Right[]

const judged = (order: Order, more: Partial<Parameters<typeof judgeActions>[0]> = {}) => {
  const ledger = buildLedger(order, [])
  return judgeActions({
    order,
    ledger,
    stage: stageOf(order, ledger),
    changes: null,
    rights: new Set<Right>(RIGHTS),
    ...more,
  })
}
const without = (missing: Right) => new Set<Right>(RIGHTS.filter((right) => right !== missing))
const blocked = (order: Order, action: string, more = {}) =>
  judged(order, more).blocked.find((one) => one.action === action)?.problem

const ready = someOrder({ status: 'ready-for-handling' })
const invoiced = someOrder({ status: 'invoiced', packages: [somePackage()] })

describe('what may be done with an order', () => {
  it.each([
    ['START_HANDLING', ready, 'WorkflowAction'],
    ['NOTIFY_INVOICE', ready, 'ShippingAction'],
    ['NOTIFY_RETURN', invoiced, 'ShippingAction'],
    ['NOTIFY_RETURN', invoiced, 'RefundAction'],
    ['UPDATE_PARTIAL_INVOICE', invoiced, 'ShippingAction'],
    ['UPDATE_TRACKING_STATUS', invoiced, 'ShippingAction'],
  ] as const)('%s needs its rights (%#)', (action, order: Order, right: Right) => {
    expect(judged(order).allowed).toContain(action)
    expect(judged(order, { rights: without(right) }).allowed).not.toContain(action)
    expect(blocked(order, action, { rights: without(right) })?.facts).toContainEqual({
      name: 'right',
      value: expect.stringContaining(right) as unknown,
    })
  })

  it('is every action, allowed or blocked with its reason', () => {
    const { allowed, blocked: not } = judged(ready)
    expect([...allowed, ...not.map(({ action }) => action)].sort()).toEqual(
      [...ORDER_ACTIONS].sort()
    )
  })

  it('is an invoice in spite of a requested cancellation, which is a warning', () => {
    const order = someOrder({ status: 'cancellation-requested' })
    expect(judged(order).allowed).toContain('NOTIFY_INVOICE')
  })

  it('is no new invoice once it is invoiced', () =>
    expect(blocked(invoiced, 'NOTIFY_INVOICE')).toMatchObject({ code: 'ORDER_STATE_FORBIDS' }))

  it('is no return before it is invoiced', () =>
    expect(blocked(ready, 'NOTIFY_RETURN')).toMatchObject({
      code: 'RETURN_BEFORE_INVOICED',
      facts: [
        { name: 'status', value: 'ready-for-handling' },
        { name: 'fullyInvoiced', value: 'false' },
      ],
    }))
})

describe('tracking', () => {
  it('is for one invoice that OMS can find by its number, at least', () => {
    const unsafe = somePackage({ invoiceNumber: 'NF 1/A' })
    const order = { ...invoiced, packages: [unsafe] }
    expect(blocked(order, 'UPDATE_TRACKING_STATUS')).toMatchObject({
      code: 'INVOICE_NUMBER_UNSAFE',
      field: ['invoiceNumber'],
      facts: [{ name: 'suggestion', value: expect.stringMatching(/^[A-Za-z0-9-]+$/) as unknown }],
    })
    const both = { ...invoiced, packages: [unsafe, somePackage()] }
    expect(judged(both).allowed).toContain('UPDATE_TRACKING_STATUS')
  })

  it('is for no order without an invoice', () =>
    expect(blocked(ready, 'UPDATE_TRACKING_STATUS')).toMatchObject({ code: 'ORDER_STATE_FORBIDS' }))
})

describe('what may be done with one package', () => {
  const all = { allowedActions: ORDER_ACTIONS, order: invoiced }
  const tracked = somePackage({ trackingNumber: 'AA1' })

  it('is tracking, and its status once there is a number', () => {
    expect(packageActions(all, somePackage())).toEqual(['UPDATE_PARTIAL_INVOICE'])
    expect(packageActions(all, tracked)).toEqual([
      'UPDATE_PARTIAL_INVOICE',
      'UPDATE_TRACKING_STATUS',
    ])
  })

  it('is never more than with its order', () =>
    expect(packageActions({ ...all, allowedActions: ['UPDATE_TRACKING_STATUS'] }, tracked)).toEqual(
      ['UPDATE_TRACKING_STATUS']
    ))

  it.each([
    ['a return', somePackage({ type: 'INPUT' })],
    ['one that OMS cannot find by its number', somePackage({ invoiceNumber: 'NF 1' })],
  ])('is nothing for %s', (_, of) =>
    expect(packageActions({ ...all, order: { packages: [of] } }, of)).toEqual([])
  )

  it('is nothing where OMS shows only a return, or another invoice, of that number', () => {
    const shows = (...packages: ReturnType<typeof somePackage>[]) =>
      packageActions({ ...all, order: { packages } }, tracked)
    expect(shows(somePackage({ type: 'INPUT' }))).toEqual([])
    expect(shows(somePackage({ invoiceNumber: 'NF-2', invoiceValue: cents(1) }))).toEqual([])
  })
})
