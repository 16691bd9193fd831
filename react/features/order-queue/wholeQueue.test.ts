import { csvOf } from '../../shared/files/csv'
import { PanelResult } from '../../shared/graphql/usePanelMutation'
import { OrdersQuery } from '../../shared/graphql/generated'
import { fileColumns, readWhole, tableOf, Wording } from './wholeQueue'
import { QueueRow } from './queueTypes'
import { page, parcel, problem, row } from './testing/rows'

const wording: Wording = {
  stage: (stage) => stage,
  attention: (code) => code,
  unreadable: 'could not be read',
  amount: (cents, decimals) => (cents / 100).toFixed(decimals),
  timeZone: 'America/Sao_Paulo',
}

const answer = (
  rows: QueueRow[],
  unreadable: string[],
  hasNextPage: boolean
): PanelResult<OrdersQuery> => ({
  ok: true,
  data: { orders: { ...page(rows, unreadable), hasNextPage, total: 4 } },
})

test('reads every page, and an order that moved between two of them stands once', async () => {
  const pages = [
    answer([row('a'), row('b')], ['x'], true),
    answer([row('b'), row('x')], ['y'], false),
  ]
  const told: Array<[number, number | null]> = []
  const whole = await readWhole(
    async (at) => pages[at - 1],
    (count, total) => told.push([count, total]) > 0
  )
  expect(whole).toMatchObject({
    rows: [{ orderId: 'a' }, { orderId: 'b' }, { orderId: 'x' }],
    unreadable: [{ orderId: 'y' }],
    isComplete: true,
  })
  expect(told[0]).toEqual([3, 4])
})

test('the file is as fresh as the page that was chosen first', async () => {
  const chosen = ['2026-03-05T12:00:00Z', '2026-03-05T12:09:00Z']
  const pages = chosen.map((asOf, at) => ({
    ok: true as const,
    data: { orders: { ...page([row(`o${at}`)]), asOf, hasNextPage: at === 0 } },
  }))
  const whole = await readWhole(
    async (at) => pages[at - 1],
    () => true
  )
  expect(whole).toMatchObject({ asOf: chosen[0], rows: [{ orderId: 'o0' }, { orderId: 'o1' }] })
})

test('a page that fails is a file that is not saved; one that is stopped asks for no other page', async () => {
  const failure = { kind: 'NETWORK' as const }
  expect(
    await readWhole(
      async () => ({ ok: false, failure }),
      () => true
    )
  ).toEqual(failure)
  const asked: number[] = []
  const ended = await readWhole(
    async (at) => {
      asked.push(at)
      return answer([row(`o${at}`)], [], true)
    },
    () => asked.length < 2
  )
  expect([ended, asked]).toEqual([null, [1, 2]])
})

test('a row is texts by column, and no name becomes a formula', () => {
  const whole = {
    rows: [
      row('1-01', {
        customerName: '=HYPERLINK("http://example.com")',
        attention: [problem('LATE')],
        packages: [parcel('7'), parcel('8', { courier: '+Express' })],
        items: [{ itemIndex: 0, quantity: 3, invoicedQuantity: 1, removedQuantity: 0 }],
      }),
    ],
    unreadable: page([], ['2-01']).unreadable,
    isComplete: true,
    asOf: null,
  }
  const [head, first, second] = tableOf(whole, fileColumns, wording)
  const cell = (cells: string[], name: (typeof fileColumns)[number]) =>
    cells[fileColumns.indexOf(name)]
  expect(head).toEqual(fileColumns)
  expect(cell(first, 'created')).toBe('2026-03-01 09:00')
  expect(cell(first, 'invoices')).toBe('7, 8')
  expect([cell(first, 'units'), cell(first, 'unitsInvoiced')]).toEqual(['3', '1'])
  expect(cell(first, 'value')).toBe('249.90')
  expect(second.slice(0, 2)).toEqual(['2-01', 'could not be read'])
  expect(second).toHaveLength(fileColumns.length)
  expect(csvOf([first])).toContain(`"'=HYPERLINK(""http://example.com"")"`)
})
