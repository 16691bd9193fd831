import React from 'react'
import { firstQueueState, QueueName } from '../../shared/navigation/urls'
import { render } from '../../shared/testing/render'
import { RowEnd } from '../../shared/sending/tickedRun'
import { QueueTable } from './QueueTable'
import { keptRow } from './keptRows'
import { QueueRow, Standing } from './queueTypes'
import { kept, parcel, row } from './testing/rows'

function show(
  queue: QueueName,
  of: QueueRow,
  ends: Record<string, RowEnd> = {},
  standing?: Standing
) {
  const nothing = () => undefined
  const { container } = render(
    <QueueTable
      lines={[{ kind: 'order', orderId: of.orderId, row: of, standing }]}
      state={{ ...firstQueueState, queue }}
      selected={{}}
      runKind="delivery"
      ends={ends}
      rereading={{}}
      isBusy={false}
      lateFirst={null}
      onTick={nothing}
      onTickAll={nothing}
      onRange={nothing}
      onOpen={nothing}
      onInvoice={nothing}
      onRetryRow={nothing}
      onRetryRun={nothing}
    />
  )
  const texts = (selector: string) =>
    Array.from(container.querySelectorAll(selector)).map(({ textContent }) => textContent || '')
  const rowClass = container.querySelector('tbody tr')?.className
  return { heads: texts('thead th').slice(1), cells: texts('tbody td').slice(1), rowClass }
}

const told = {
  date: '2026-03-02T15:00:00Z',
  dateText: '',
  description: 'Out for delivery',
  city: null,
}
const order = row('1-01', {
  stage: 'IN_TRANSIT',
  packages: [parcel('7', { lastEvent: told }), parcel('6', { isDelivered: true })],
  items: [{ itemIndex: 0, quantity: 3, invoicedQuantity: 0, removedQuantity: 0 }],
})

test.each<[QueueName, string[]]>([
  ['TO_INVOICE', ['Order', 'Customer', 'Stage', 'Items', 'Paid', 'Value', 'Promised for']],
  ['IN_TRANSIT', ['Order', 'Customer', 'Last update', 'Carrier, tracking', 'Promised for']],
  ['DELIVERED', ['Order', 'Customer', 'Delivered', 'Carrier, tracking', 'Value', 'Promised for']],
])('%s has the columns that its reader needs', (queue, heads) => {
  expect(show(queue, order).heads).toEqual(heads)
})

test('a parcel on its way goes before a delivered one, with carrier, number and what was told last', () => {
  const { cells } = show('IN_TRANSIT', order)
  expect(cells[2]).toContain('Out for delivery')
  expect(cells[2]).toContain('2 Mar')
  expect(cells[2]).not.toContain('In transit')
  expect(cells[3]).toBe('CorreiosAA7BR and 1 more')
})

test('a row that has moved on says its stage, and how the run ended for it', () => {
  const { cells } = show(
    'IN_TRANSIT',
    { ...order, stage: 'DELIVERED' },
    { '1-01': { kind: 'started' } }
  )
  expect(cells[2]).toContain('Delivered')
  expect(cells[2]).toContain('✓ delivered')
})

test('what went before a call failed is said with the reason', () => {
  const end: RowEnd = {
    kind: 'notStarted',
    problems: [],
    failure: null,
    isUnknown: false,
    done: 1,
    of: 2,
  }
  const { cells } = show('IN_TRANSIT', order, { '1-01': end })
  expect(cells[2]).toContain('1 of 2 invoices marked delivered. Not marked delivered.')
})

test('a kept row shows what is known of its order, and says of the rest that it is being read', () => {
  const { cells } = show('IN_TRANSIT', keptRow(kept('9-01', { marketplace: 'Ribeira' })))
  expect(cells[1]).toBe('being readRibeira')
  expect(cells[2]).toContain('being read')
  expect(cells[2]).toContain('2 Mar')
  expect(cells[3]).toBe('Correiosbeing read')
})

test('a kept row whose live row did not come is asked for again where its name would stand', () => {
  const { cells } = show('IN_TRANSIT', keptRow(kept('9-01')), {}, 'UNREAD')
  expect(cells[1]).toBe('Not read Try again')
  expect(cells[3]).toContain('Correios')
})

test('a row that left its queue stays at its place, greyed, and says once where it is', () => {
  const { cells, rowClass } = show('IN_TRANSIT', { ...order, stage: 'DELIVERED' }, {}, 'LEFT')
  expect(rowClass).toContain('it-row--left')
  expect(cells[0]).toContain('Moved on: Delivered')
  expect(cells[2]).not.toContain('Delivered')
})
