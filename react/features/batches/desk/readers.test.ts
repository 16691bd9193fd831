import { TextDecoder as NodeTextDecoder } from 'util'
import vm from 'vm'
import { strToU8 } from 'fflate'
import { readers } from '../generated/readers'
import type { FromReaders, ToReaders } from './messages'
import { readersClient } from './readersClient'
import { startReaders } from './startReaders'

beforeAll(() => {
  Object.assign(globalThis, { TextDecoder: NodeTextDecoder })
})

const CSV = 'Pedido;Nota;Valor\n1300010000101-01;1;10,50\n1300010000102-01;2;x'
const open = {
  kind: 'OPEN' as const,
  files: [{ name: 'a.csv', bytes: strToU8(CSV) }],
  zone: 'America/Sao_Paulo',
}
const noDeath = () => {}
const noWorker = () => {
  throw new Error('refused by the content security policy')
}

it('are self-contained behind the builder’s Babel: their own text runs where nothing else is', () => {
  const heard: FromReaders[] = []
  const self = {
    postMessage: (message: FromReaders) => heard.push(message),
    onmessage: null as ((event: { data: ToReaders }) => void) | null,
  }

  vm.runInNewContext(`(${readers.toString()})(self)`, {
    self,
    TextDecoder: NodeTextDecoder,
    Uint8Array,
  })
  expect(heard).toEqual([{ kind: 'STARTED' }])
  self.onmessage!({ data: { id: 1, request: open } })
  expect(heard[1]).toMatchObject({
    kind: 'ANSWER',
    id: 1,
    answer: { rows: 2, states: { WAITING: 0, READY: 1, WRONG: 1 } },
  })
})

it('run on the page where a worker is refused', async () => {
  const client = readersClient((hear) => startReaders(hear, noDeath, noWorker))
  const read = await client.ask(open)

  expect(read).toMatchObject({ ok: true, answer: { source: 'CSV', rows: 2 } })
})

it('run on the page where their text does not run in a worker', async () => {
  const worker = { terminate: jest.fn(), postMessage: jest.fn() } as Partial<Worker>
  const client = readersClient((hear) => startReaders(hear, noDeath, () => worker as Worker))
  const reading = client.ask(open)

  worker.onerror!.call(worker as Worker, { preventDefault: jest.fn() } as never)
  expect(await reading).toMatchObject({ ok: true, answer: { rows: 2 } })
  expect(worker.terminate).toHaveBeenCalled()
})

it('hear no worker that comes late, and leave no question with it', async () => {
  jest.useFakeTimers()
  const worker = { terminate: jest.fn(), postMessage: jest.fn() } as Partial<Worker>
  const heard: FromReaders[] = []
  const running = startReaders(
    (message) => heard.push(message),
    noDeath,
    () => worker as Worker
  )

  running.post({ id: 1, request: open })
  jest.advanceTimersByTime(4000)
  worker.onmessage!.call(worker as Worker, { data: { kind: 'STARTED' } } as MessageEvent)
  running.post({ id: 2, request: { kind: 'ASK', most: 1 } })
  jest.runAllTimers()
  jest.useRealTimers()
  expect(worker.postMessage).not.toHaveBeenCalled()
  expect(heard.filter(({ kind }) => kind === 'ANSWER')).toHaveLength(2)
})

it('answer every question where a worker breaks off in the middle', async () => {
  const worker = { terminate: jest.fn(), postMessage: jest.fn() } as Partial<Worker>
  const client = readersClient((hear, die) => startReaders(hear, die, () => worker as Worker))
  const reading = client.ask(open)

  worker.onmessage!.call(worker as Worker, { data: { kind: 'STARTED' } } as MessageEvent)
  expect(worker.postMessage).toHaveBeenCalledTimes(1)
  worker.onerror!.call(worker as Worker, { preventDefault: jest.fn() } as never)
  expect(await reading).toEqual({ ok: false, code: 'BROKEN', facts: {} })
  expect(await client.ask(open)).toMatchObject({ ok: false, code: 'BROKEN' })
})

it('refuse a file by name, and break at none', async () => {
  const client = readersClient((hear) => startReaders(hear, noDeath, noWorker))
  const files = [{ name: 'a.pdf', bytes: strToU8('%PDF-1.7') }]

  expect(await client.ask({ ...open, files })).toEqual({
    ok: false,
    code: 'PDF',
    facts: { file: 'a.pdf' },
  })
})

it('mend a cell, ask for orders, learn them, and hand out rows to send', async () => {
  const client = readersClient((hear) => startReaders(hear, noDeath, noWorker))

  await client.ask(open)
  const wrong = await client.ask({ kind: 'ROWS', only: 'WRONG', offset: 0, limit: 10 })

  expect(wrong).toMatchObject({
    answer: {
      total: 1,
      rows: [
        {
          at: '3',
          faults: [{ row: 1, column: 2, heading: 'Valor', text: 'x', code: 'NUMBER_UNREAD' }],
        },
      ],
    },
  })
  expect(await client.ask({ kind: 'MEND', row: 1, column: 2, text: '12,00' })).toMatchObject({
    answer: { states: { READY: 2 } },
  })
  const asked = await client.ask({ kind: 'ASK', most: 100 })

  if (!asked.ok) throw new Error('not asked')
  expect(asked.answer.map(({ reference }) => reference.reference)).toEqual([
    '1300010000101-01',
    '1300010000102-01',
  ])
  const none = { orderId: null, by: null, invoiceNumber: null, candidates: [] }
  const matches = asked.answer.map(({ key }, at) => ({
    key,
    match: at === 0 ? { ...none, orderId: '1300010000101-01', by: 'ORDER_ID' } : none,
  }))

  expect(await client.ask({ kind: 'LEARN', matches })).toMatchObject({
    answer: { states: { READY: 1, NO_ORDER: 1 } },
  })
  expect(
    await client.ask({ kind: 'INPUTS', offset: 0, mostRows: 10, mostBytes: 1000 })
  ).toMatchObject({
    answer: {
      total: 1,
      rows: [{ orderId: '1300010000101-01', fulfill: { invoice: { invoiceValue: 1050 } } }],
    },
  })
})
