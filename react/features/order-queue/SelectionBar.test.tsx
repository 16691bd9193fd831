import React from 'react'
import { render } from '../../shared/testing/render'
import { RowRun } from '../../shared/sending/tickedRun'
import { plansOf } from './rowPlans'
import { SelectionBar } from './SelectionBar'
import { parcel, row } from './testing/rows'

const none: RowRun = { kind: 'delivery', ends: {}, total: 0, isRunning: false, isStopped: false }
const onTheWay = (orderId: string) =>
  row(orderId, { stage: 'IN_TRANSIT', allowedActions: [], packages: [parcel('1')] })

function show(queue: Parameters<typeof plansOf>[0], rows: ReturnType<typeof row>[], run = none) {
  const nothing = () => undefined
  const started: string[] = []
  const found = render(
    <SelectionBar
      orderIds={rows.map(({ orderId }) => orderId)}
      plans={plansOf(queue, rows)}
      run={run}
      isRefreshing={false}
      notRead={0}
      onStart={(kind) => started.push(kind)}
      onStop={nothing}
      onRefresh={nothing}
      onClear={nothing}
    />
  )
  const buttons = () =>
    Array.from(found.container.querySelectorAll('button')).map(({ textContent }) => textContent)
  return { ...found, buttons, started }
}

test('orders in transit are to be marked delivered, and it says who stays', () => {
  const { container, buttons } = show('IN_TRANSIT', [onTheWay('1'), onTheWay('2'), row('3')])
  expect(container.textContent).toContain(
    '2 will be marked delivered as of now, 1 is left out: 1 not invoiced yet'
  )
  expect(buttons()[0]).toBe('Mark 2 orders delivered')
})

test('a mixed queue has a button for each action that fits, with what each would do', () => {
  const { container, buttons } = show('ALL', [onTheWay('1'), row('2')])
  expect(buttons().slice(0, 2)).toEqual(['Start handling 1 order', 'Mark 1 order delivered'])
  expect(container.textContent).toContain('1 will start handling')
})

test('where nothing is done to many at once, the numbers can be copied and no action is named', () => {
  const { container, buttons } = show('TO_INVOICE', [row('1')])
  expect(buttons()).toEqual(['Refresh 1', 'Copy order numbers', 'Clear selection'])
  expect(container.textContent).not.toContain('left out')
})

test('a run says how many went and how many are not confirmed', () => {
  const failed = {
    kind: 'notStarted' as const,
    problems: [],
    failure: null,
    isUnknown: true,
    done: 0,
    of: 1,
  }
  const { container } = show('IN_TRANSIT', [onTheWay('1'), onTheWay('2')], {
    ...none,
    ends: { 1: { kind: 'started' }, 2: failed },
    total: 2,
  })
  expect(container.textContent).toContain('Marked delivered: 1 of 2 · 1 not confirmed')
})
