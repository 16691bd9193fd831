import { ChangedOrders, type ChangedOrdersEvent } from './changedOrders'

let wake: (() => void)[]
let sent: ChangedOrdersEvent[]
const gathering = () =>
  new ChangedOrders({ sleep: () => new Promise<void>((resolve) => wake.push(resolve)) })
const send = async (event: ChangedOrdersEvent): Promise<void> => void sent.push(event)
const quiet = async (): Promise<void> => {
  for (const one of wake.splice(0)) one()
  await new Promise(setImmediate)
}
beforeEach(() => {
  wake = []
  sent = []
})

it('hands an order on once, however often it was told of, and again where it changes afterwards', async () => {
  const orders = gathering()
  for (const id of ['1', '2', '1', '1']) orders.add('store', id, send)
  expect(sent).toEqual([])
  await quiet()
  expect(sent.map(({ orderIds }) => orderIds)).toEqual([['1', '2']])
  orders.add('store', '1', send)
  await quiet()
  expect(sent.map(({ orderIds }) => orderIds)).toEqual([['1', '2'], ['1']])
  expect(sent[0].id).not.toBe(sent[1].id)
})

it('keeps accounts apart', async () => {
  const orders = gathering()
  orders.add('one', '1', send)
  orders.add('other', '2', send)
  await quiet()
  expect(sent.map(({ orderIds }) => orderIds)).toEqual([['1'], ['2']])
})

it('hands many on in events that a handler works off in time, and none stays where one is not sent', async () => {
  const orders = gathering()
  const ids = Array.from({ length: 25 }, (_, at) => String(at))
  const failing = async (event: ChangedOrdersEvent): Promise<void> => {
    sent.push(event)
    if (sent.length === 1) throw new Error('away')
  }
  for (const id of ids) orders.add('store', id, failing)
  await quiet()
  expect(sent.map(({ orderIds }) => orderIds.length)).toEqual([10, 10, 5])
  expect(sent.flatMap(({ orderIds }) => orderIds)).toEqual(ids)
  expect(wake).toEqual([])
})
