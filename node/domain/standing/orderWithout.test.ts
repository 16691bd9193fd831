import type { Right } from '../problem/rights'
import { someIntent } from '../testing/someIntent'
import { someOrder, somePackage } from '../testing/someOrder'
import { cents } from '../values/money'
import { judgeActions, RIGHTS_OF_ACTION } from './actions'
import { buildLedger } from './ledger'
import { LISTED_STATUSES } from './queue'
import { isFullyInvoiced, stageOf } from './stage'

const judge = (rights: readonly Right[], status: string, packages = [somePackage()]) => {
  const order = someOrder({ status, packages })
  const ledger = buildLedger(order, [], [])
  const stage = stageOf(order, ledger)
  return judgeActions({ order, ledger, stage, changes: null, rights: new Set(rights) })
}

describe('an action', () => {
  it('asks for the rights that OMS asks for', () => {
    expect(RIGHTS_OF_ACTION).toEqual({
      START_HANDLING: ['WorkflowAction'],
      NOTIFY_INVOICE: ['ShippingAction'],
      NOTIFY_RETURN: ['ShippingAction', 'RefundAction'],
      UPDATE_PARTIAL_INVOICE: ['ShippingAction'],
      UPDATE_TRACKING_STATUS: ['ShippingAction'],
    })
  })

  it('is blocked by the right that is missing where the order would allow it', () => {
    const blocked = (rights: readonly Right[], status: string, packages = [somePackage()]) =>
      judge(rights, status, packages)
        .blocked.filter(({ problem }) => problem.code === 'OMS_FORBIDDEN')
        .map(({ action }) => action)
    expect(blocked([], 'ready-for-handling', [])).toEqual(['START_HANDLING', 'NOTIFY_INVOICE'])
    expect(blocked(['WorkflowAction'], 'ready-for-handling', [])).toEqual(['NOTIFY_INVOICE'])
    expect(blocked([], 'invoiced')).toEqual([
      'NOTIFY_RETURN',
      'UPDATE_PARTIAL_INVOICE',
      'UPDATE_TRACKING_STATUS',
    ])
    expect(blocked(['ShippingAction'], 'invoiced')).toEqual(['NOTIFY_RETURN'])
    expect(blocked(['ShippingAction', 'RefundAction'], 'invoiced')).toEqual([])
  })
})

it('queues of what is invoiced ask OMS for both of its statuses', () => {
  for (const queue of ['TO_SHIP', 'IN_TRANSIT', 'DELIVERED'] as const)
    expect(LISTED_STATUSES[queue]).toEqual(['invoice', 'invoiced'])
  expect(LISTED_STATUSES.LATE).toEqual(expect.arrayContaining(['invoice', 'invoiced']))
})

it('an order without worth is not invoiced before it is invoiced', () => {
  const order = someOrder({ status: 'handling', value: cents(0) })
  expect(isFullyInvoiced(order, buildLedger(order, [], []))).toBe(false)
  expect(stageOf(order, buildLedger(order, [], []))).toBe('TO_INVOICE')
})

it('an invoice on its way that does not say what is in it shows no package', () => {
  const order = someOrder()
  const { packages } = buildLedger(order, [someIntent({ content: undefined })], [])
  expect(packages).toEqual([])
  expect(buildLedger(order, [someIntent()], []).packages).toHaveLength(1)
})
