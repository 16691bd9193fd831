import type { CarrierNudge } from '../../../usecases/carriers/ports'
import { endOf, message, placeOf, storeOn } from '../../testing/carrierMessages'
import { MemoryFiles } from '../../testing/memoryFiles'
import { nameMark } from './messages'
import { ParcelIndex } from './parcelIndex'

const INVOICE = { orderId: '1-01', invoiceNumber: '7' }

/** What one request looks at; several share what the process remembers. */
function indexOn(files = new MemoryFiles(), remembered = new Set<string>()) {
  const sent: CarrierNudge[] = []
  const events = { send: async (nudge: CarrierNudge) => void sent.push(nudge) }
  const { store: messages } = storeOn(files)
  const request = (tenant = 'store/master') =>
    new ParcelIndex({ files, messages, events, tenant }, remembered)
  return { files, remembered, sent, messages, request, index: request() }
}
const see = (index: ParcelIndex, names: readonly string[], orderId = '1-01') =>
  index.see(orderId, [{ names, invoiceNumber: '7' }])

describe('an invoice that was seen', () => {
  it('is found under each of its names, by whoever looks', async () => {
    const { files, index } = indexOn()
    await see(index, ['a', 'b'])
    const other = indexOn(files).index
    for (const name of ['a', 'b']) expect(await other.find(name)).toEqual([INVOICE])
    expect(await other.find('c')).toEqual([])
  })

  it('stands beside others of the same name, and once though it was seen twice', async () => {
    const { index, request } = indexOn()
    await see(index, ['a'])
    await see(request(), ['a'])
    await index.see('1-01', [{ names: ['a'], invoiceNumber: ' 7 ' }])
    await see(index, ['a'], '2-01')
    const found = await index.find('a')
    expect(found.map(({ orderId }) => orderId).sort()).toEqual(['1-01', '2-01'])
  })

  it('is forgotten under one name and found under the other, until it is seen again', async () => {
    const { index, request } = indexOn()
    await see(index, ['a', 'b'])
    await index.forget('a', INVOICE)
    expect(await index.find('a')).toEqual([])
    expect(await index.find('b')).toEqual([INVOICE])
    await see(request(), ['a', 'b'])
    expect(await index.find('a')).toEqual([INVOICE])
  })

  it('without a name costs nothing', async () => {
    const { files, remembered, index } = indexOn()
    await see(index, [])
    expect([files.saves, remembered.size]).toEqual([0, 0])
  })

  it('is read once more where VBase lists and does not show it, and left out then', async () => {
    const { files, index } = indexOn()
    await see(index, ['a'])
    const [path] = files.content.keys()
    files.hidden.add(path)
    expect(await index.find('a')).toEqual([])
    const before = files.reads
    const { read } = files
    files.read = async (asked) => {
      const answer = await read.call(files, asked)
      files.hidden.clear()
      return answer
    }
    expect(await index.find('a')).toEqual([INVOICE])
    expect(files.reads - before).toBe(2)
  })

  it.each([
    'null',
    '{}',
    '{"orderId":"1-01"}',
    '{"invoiceNumber":"7"}',
    '{"orderId":1,"invoiceNumber":"7"}',
  ])('is none where its entry cannot be read: %s', async (text) => {
    const { files, index } = indexOn()
    await see(index, ['a'])
    const [path] = files.content.keys()
    files.content.set(path, text)
    expect(await index.find('a')).toEqual([])
  })
})

describe('what a process remembers', () => {
  const lookAtMany = async (index: ParcelIndex) => {
    for (const orderId of ['8-01', '9-01']) await see(index, ['x'], orderId)
  }

  it('spares the third look of a request and those after it, and never the first two', async () => {
    const { files, index, request } = indexOn()
    await see(index, ['a'])
    const again = request()
    const { saves } = files
    await see(again, ['a'])
    await see(again, ['a'])
    expect(files.saves - saves).toBe(2)
    await see(again, ['a'])
    expect(files.saves - saves).toBe(2)
  })

  it('is of one account, one order and its names', async () => {
    const { files, index, request } = indexOn()
    await see(index, ['a'])
    for (const [tenant, orderId, names] of [
      ['other/master', '1-01', ['a']],
      ['store/master', '2-01', ['a']],
      ['store/master', '1-01', ['a', 'b']],
    ] as const) {
      const other = request(tenant)
      await lookAtMany(other)
      const { saves } = files
      await see(other, names, orderId)
      expect(files.saves - saves).toBe(names.length)
    }
  })

  it('is forgotten with any entry: whoever sees it again writes it again', async () => {
    const { files, index } = indexOn()
    await lookAtMany(index)
    await see(index, ['a'])
    await index.forget('a', INVOICE)
    const { saves } = files
    await see(index, ['a'])
    expect(files.saves - saves).toBe(1)
  })

  it('is twenty thousand looks at most', async () => {
    const { remembered, index } = indexOn()
    for (let look = 0; look < 19_999; look += 1) remembered.add(String(look))
    await see(index, ['a'])
    expect(remembered.size).toBe(20_000)
    await see(index, ['a'], '2-01')
    expect(remembered.size).toBe(1)
  })
})

describe('messages that wait for a name', () => {
  it('are called back by one event once an invoice of it was seen, and by none where none waits', async () => {
    const { index, messages, sent } = indexOn()
    const one = message()
    await messages.wait(placeOf(one), one, endOf(one), ['b'])
    await see(index, ['a'])
    expect(sent).toEqual([])
    await see(index, ['a', 'b', 'c'])
    expect(sent).toEqual([{ marks: [nameMark('b')] }])
    expect(index.markOf('b')).toBe(nameMark('b'))
  })
})
