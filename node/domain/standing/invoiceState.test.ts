import type { Order } from '../order/order'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import {
  CHANGE_SUSPECTED_MS,
  invoiceStateProblems,
  mayBeChanging,
  seemsChanging,
} from './invoiceState'
import { buildLedger } from './ledger'

const state = (
  order: Order,
  type: 'OUTPUT' | 'INPUT' = 'OUTPUT',
  changes: Parameters<typeof invoiceStateProblems>[3] = null
) => invoiceStateProblems(order, buildLedger(order, []), type, changes, false)

describe('what stands against an invoice', () => {
  it('names the status of a cancellation that runs', () =>
    expect(state(someOrder({ status: 'request-cancel' }))).toMatchObject([
      { code: 'ORDER_CANCELING', facts: [{ name: 'status', value: 'request-cancel' }] },
    ]))

  it('names the change that runs', () => {
    const changes = { inProgress: true, requestId: 'r-1' } as Parameters<
      typeof invoiceStateProblems
    >[3]
    expect(state(someOrder(), 'OUTPUT', changes)).toMatchObject([
      { code: 'ORDER_CHANGE_IN_PROGRESS', facts: [{ name: 'requestId', value: 'r-1' }] },
    ])
  })

  it('is a requested cancellation for an invoice only: a return denies none', () => {
    const order = someOrder({ status: 'cancellation-requested' })
    expect(state(order)).toMatchObject([{ code: 'ORDER_CANCELING', severity: 'WARNING' }])
    expect(state(order, 'INPUT')).toMatchObject([{ code: 'RETURN_BEFORE_INVOICED' }])
  })

  it('forbids a return of a canceled order, which no further invoice could change', () =>
    expect(state(someOrder({ status: 'canceled' }), 'INPUT')).toMatchObject([
      {
        code: 'ORDER_STATE_FORBIDS',
        facts: expect.arrayContaining([{ name: 'operation', value: 'NOTIFY_RETURN' }]) as unknown,
      },
    ]))

  it('is nothing, in any waiting status, while a part is invoiced and a part is not', () => {
    const holding = (value: number) =>
      someOrder({
        status: 'payment-approved',
        packages: [somePackage({ invoiceValue: cents(value), items: [] })],
      })
    expect(state(holding(1))).toEqual([])
    expect(state(holding(11_499))).toEqual([])
    expect(state(holding(0))).toMatchObject([{ code: 'ORDER_STATE_FORBIDS' }])
    expect(state(holding(11_500))).toMatchObject([{ code: 'ORDER_STATE_FORBIDS' }])
  })
})

describe('an order is asked for a change', () => {
  const lastChange = moment('2026-03-10T12:00:00Z')
  const after = (ms: number) => Date.parse(lastChange) + ms

  it('for ten minutes after its last one', () => {
    const order = someOrder({ lastChange })
    expect(mayBeChanging(order, after(CHANGE_SUSPECTED_MS - 1))).toBe(true)
    expect(mayBeChanging(order, after(CHANGE_SUSPECTED_MS))).toBe(false)
  })

  it('never for a last change that nobody knows', () => {
    const order = someOrder({ lastChange: null })
    expect(mayBeChanging(order, 0)).toBe(false)
    expect(seemsChanging({ ...order, carriesChanges: true, showsFinishedChange: true }, 0)).toBe(
      false
    )
  })
})
