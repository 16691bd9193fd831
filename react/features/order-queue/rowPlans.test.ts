import { MOST_DELIVERIES, planRun, plansOf } from './rowPlans'
import { parcel, problem, row, RowProblem } from './testing/rows'

describe('planHandling', () => {
  test('goes by what the service allows, and names why the others stay', () => {
    const no = { allowedActions: [] }
    const blocked = (code: RowProblem['code']) => [
      { action: 'START_HANDLING' as const, problem: problem(code) },
    ]
    const plan = planRun('handling', [
      row('1'),
      row('2'),
      row('3', { ...no, attention: [problem('ORDER_CHANGE_IN_PROGRESS')] }),
      row('4', { ...no, blocked: blocked('ORDER_CHANGE_IN_PROGRESS') }),
      row('5', { ...no, stage: 'CANCELED' }),
      row('6', {
        ...no,
        blocked: blocked('OMS_FORBIDDEN'),
        attention: [problem('ORDER_CHANGE_IN_PROGRESS')],
      }),
      row('7', { ...no, stage: 'TO_INVOICE' }),
      row('8', { ...no, stage: 'NOT_READY' }),
      row('9', no),
    ])
    expect(plan.will).toEqual(['1', '2'])
    expect(plan.leftOut[0]).toEqual({ reason: 'inChange', count: 2 })
    expect(plan.leftOut.map(({ reason }) => reason).sort()).toEqual(
      ['canceled', 'handled', 'inChange', 'noRight', 'notReady', 'other'].sort()
    )
    expect(plan.forbidden).toBeNull()
    expect(
      planRun('handling', [row('6', { ...no, blocked: blocked('OMS_FORBIDDEN') })]).forbidden
    ).toMatchObject({
      code: 'OMS_FORBIDDEN',
    })
    expect(plan.will.length + plan.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(9)
  })
})

describe('marking delivered', () => {
  const onTheWay = (orderId: string) =>
    row(orderId, { stage: 'IN_TRANSIT', allowedActions: [], packages: [parcel('1')] })

  test('takes orders with an invoice on its way, and says why the others stay', () => {
    const plan = planRun('delivery', [
      onTheWay('1'),
      row('2', { packages: [parcel('1', { isDelivered: true })] }),
      row('3', { packages: [parcel('1', { trackingNumber: null, allowedActions: [] })] }),
      row('4'),
      row('5', { packages: [parcel('1', { isDelivered: true }), parcel('2')] }),
    ])
    expect(plan.will).toEqual(['1', '5'])
    expect(plan.leftOut).toEqual([
      { reason: 'delivered', count: 1 },
      { reason: 'noTracking', count: 1 },
      { reason: 'notInvoiced', count: 1 },
    ])
  })

  test('nothing is done by what was only kept of an order, whatever it once allowed', () => {
    const plan = planRun('delivery', [{ ...onTheWay('1'), isKept: true }, onTheWay('2')])
    expect(plan.will).toEqual(['2'])
    expect(plan.leftOut).toEqual([{ reason: 'kept', count: 1 }])
  })

  test('takes so many at one go and no more', () => {
    const many = Array.from({ length: MOST_DELIVERIES + 2 }, (_, at) => onTheWay(`o${at}`))
    const plan = planRun('delivery', many)
    expect(plan.will).toHaveLength(MOST_DELIVERIES)
    expect(plan.leftOut).toEqual([{ reason: 'tooMany', count: 2 }])
  })

  test('a mixed queue offers what fits at least one order, a plain one its own action', () => {
    const kinds = (queue: Parameters<typeof plansOf>[0], rows: Parameters<typeof plansOf>[1]) =>
      plansOf(queue, rows).map(({ kind }) => kind)
    expect(kinds('ALL', [row('1'), onTheWay('2')])).toEqual(['handling', 'delivery'])
    expect(kinds('LATE', [row('1')])).toEqual(['handling'])
    expect(kinds('IN_TRANSIT', [row('1')])).toEqual(['delivery'])
    expect(kinds('TO_INVOICE', [row('1')])).toEqual([])
  })
})
