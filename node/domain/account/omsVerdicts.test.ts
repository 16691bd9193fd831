import { Fault, type FaultKind } from '../problem/fault'
import { verdictOfFault } from './check'
import {
  judgeAppToken,
  judgeList,
  judgeOrders,
  judgeRights,
  ORDER_RIGHTS,
  type OrderRight,
} from './omsVerdicts'

const fault = (kind: FaultKind, more: { status?: number; upstreamMessage?: string } = {}) =>
  new Fault({ kind, upstream: 'OMS', operation: 'GetOrder', ...more })

describe('rights', () => {
  it('pass where all are held', () => {
    expect(judgeRights(new Set(ORDER_RIGHTS)).verdict).toBe('PASSED')
  })

  it.each(ORDER_RIGHTS)('fail without %s, which is named with what it is for', (missing) => {
    const { verdict, detail } = judgeRights(new Set(ORDER_RIGHTS.filter((one) => one !== missing)))
    expect(verdict).toBe('FAILED')
    expect(detail).toContain(`(${missing})`)
    for (const held of ORDER_RIGHTS) if (held !== missing) expect(detail).not.toContain(`(${held})`)
  })

  it('fail with all that is missing at once', () => {
    const { detail } = judgeRights(new Set<OrderRight>(['OMSViewer']))
    expect(detail).toContain('no queue can be shown')
    expect(detail).toContain('no invoice and no tracking can be sent')
  })
})

describe('the list', () => {
  it('passes with its count', () => {
    const { verdict, detail } = judgeList({ rows: 3, total: 84 })
    expect([verdict, detail]).toEqual([
      'PASSED',
      expect.stringContaining('84 orders; 3 of the newest'),
    ])
  })

  it.each([
    ['FAILED', { rows: 0, total: 84 }, 'no row'],
    ['UNPROVEN', { rows: 0, total: 0 }, 'first order'],
    ['FAILED', fault('forbidden', { status: 403 }), '"List orders" (ListOrders)'],
    ['FAILED', fault('unreadable', { upstreamMessage: 'list is missing' }), 'list is missing'],
    ['UNPROVEN', fault('unavailable', { status: 503 }), '503'],
    ['UNPROVEN', fault('rateLimited', { status: 429 }), '429'],
  ])('is %s for %j', (verdict, seen, words) => {
    expect(judgeList(seen)).toEqual({ verdict, detail: expect.stringContaining(words) })
  })
})

describe('orders', () => {
  const read = (orderId: string) => ({ orderId, read: 'read' as const })

  it('pass where each could be read', () => {
    expect(judgeOrders([read('1-01'), read('2-01')])).toEqual({
      verdict: 'PASSED',
      detail: expect.stringContaining('2 of 2 listed orders could be read: 1-01, 2-01.'),
    })
  })

  it.each([
    ['UNPROVEN', [], 'named no order'],
    ['UNPROVEN', null, 'list of orders could not be read'],
    ['FAILED', [read('1-01'), { orderId: '2-01', read: 'not found' as const }], '2-01 (not found)'],
    [
      'FAILED',
      [read('1-01'), { orderId: '2-01', read: fault('unreadable', { upstreamMessage: 'items' }) }],
      '2-01 (items)',
    ],
    ['FAILED', [{ orderId: '2-01', read: fault('forbidden') }], '"View order" (OMSViewer)'],
    ['UNPROVEN', [read('1-01'), { orderId: '2-01', read: fault('unavailable') }], 'unavailable'],
  ])('are %s for %j', (verdict, seen, words) => {
    expect(judgeOrders(seen)).toEqual({ verdict, detail: expect.stringContaining(words) })
  })
})

describe('the app’s own token', () => {
  it.each([
    ['PASSED', { orderId: '1-01' }, 'read 1-01'],
    ['UNPROVEN', { orderId: null }, 'none to read'],
    ['FAILED', fault('forbidden', { status: 403 }), 'policies "View order" (OMSViewer)'],
    ['UNPROVEN', fault('unavailable'), 'unavailable'],
  ])('is %s for %j', (verdict, seen, words) => {
    expect(judgeAppToken(seen)).toEqual({ verdict, detail: expect.stringContaining(words) })
  })
})

describe('what could not be tried', () => {
  it('is unproven, with what happened', () => {
    expect(verdictOfFault(fault('unavailable', { status: 502 }))).toEqual({
      verdict: 'UNPROVEN',
      detail: expect.stringContaining('OMS GetOrder ended as unavailable (502).'),
    })
  })

  it('has failed where the app itself may not', () => {
    const refused = new Fault({
      kind: 'forbidden',
      upstream: 'VBASE',
      operation: 'Save',
      status: 403,
    })
    expect(verdictOfFault(refused)).toEqual({
      verdict: 'FAILED',
      detail: expect.stringContaining('Install the app again'),
    })
  })
})
