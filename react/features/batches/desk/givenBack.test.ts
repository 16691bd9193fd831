import { TextDecoder as NodeTextDecoder } from 'util'
import { strToU8 } from 'fflate'
import { readersClient } from './readersClient'
import type { PlacedRow } from './messages'
import { startReaders } from './startReaders'

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const ids = [1, 2, 3, 4].map((at) => `130001000010${at}-01`)
const CSV = [
  'Pedido;Nota;Valor;Cor',
  ...ids.map((id, at) => `${id};7${at};${at === 1 ? 'x' : '10,50'};c${at}`),
].join('\n')

async function opened(text: string) {
  const client = readersClient((hear, die) =>
    startReaders(hear, die, () => {
      throw new Error('refused')
    })
  )
  const files = [{ name: 'a.csv', bytes: strToU8(text) }]

  await client.ask({ kind: 'OPEN', files, zone: 'America/Sao_Paulo' })

  return client
}
const row = (number: number, at: number): PlacedRow => ({
  row: number,
  label: String(at + 2),
  orderId: ids[at],
  invoiceNumber: `7${at}`,
})
// The second row was mended in the page before it went, the fourth stayed behind.
const sent = [row(0, 0), row(1, 1), row(2, 2)]

it('a file given back is told by its rows, and its lines bear the numbers of the batch', async () => {
  const client = await opened(CSV)

  expect(await client.ask({ kind: 'PLACE', rows: sent })).toEqual({ ok: true, answer: true })
  expect(await client.ask({ kind: 'SHEET', offset: 0, limit: 10 })).toMatchObject({
    answer: { rows: [0, 1, 2, null].map((batchRow) => ({ batchRow })) },
  })
})

test.each([
  ['has its rows elsewhere', [row(0, 0), { ...row(1, 2), label: '9' }]],
  ['names another order', [{ ...row(0, 0), orderId: '1300010000999-01' }]],
  ['can be compared nowhere', [row(0, 1)]],
])('a file that %s is not the one', async (_name, rows) => {
  const client = await opened(CSV)

  expect(await client.ask({ kind: 'PLACE', rows })).toEqual({ ok: true, answer: false })
})

test('without an order in VTEX’s form the invoice number tells, zeros and points aside', async () => {
  const named = CSV.replace('1300010000101-01;70', 'PED-1;0.070')
  const rows = [{ ...row(0, 0), invoiceNumber: '70' }]

  expect(await (await opened(named)).ask({ kind: 'PLACE', rows })).toMatchObject({ answer: true })
  rows[0].invoiceNumber = '71'
  expect(await (await opened(named)).ask({ kind: 'PLACE', rows })).toMatchObject({ answer: false })
})

it('gives some rows of the batch once more, for the orders that they went to, and then counts them anew', async () => {
  const client = await opened(CSV.replace(ids[2], 'PED-3'))
  const inputs = { kind: 'INPUTS' as const, offset: 0, mostRows: 10, mostBytes: 9999 }

  await client.ask({ kind: 'PLACE', rows: sent })
  // What was mended and is not in the file cannot go again.
  expect(await client.ask({ ...inputs, only: [1, 2] })).toMatchObject({
    answer: { total: 1, rows: [{ orderId: ids[2], label: '4' }] },
  })
  await client.ask({ kind: 'NARROW', only: [1, 2] })
  expect(await client.ask({ kind: 'SHEET', offset: 0, limit: 10 })).toMatchObject({
    answer: { rows: [null, null, 0, null].map((batchRow) => ({ batchRow })) },
  })
})
