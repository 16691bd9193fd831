import fc from 'fast-check'
import { MemoryFiles } from '../testing/memoryFiles'
import { DocumentStore } from './documents'
import { NumberIndex, numberFiles } from './numbers'
import { pathSegment } from './paths'

const indexOn = (files: MemoryFiles, tenant = 'storeops/master') =>
  new NumberIndex(files, tenant, new Set())

describe('the index of numbers', () => {
  it('finds the orders that bear a number, whatever its case', async () => {
    const files = new MemoryFiles()
    const index = indexOn(files)
    await index.see('order-1', ['NF 12/3', 'BR123456789BR'])
    await index.see('order-2', ['br123456789br'])
    expect(await index.find('br123456789BR ')).toEqual(['order-1', 'order-2'])
    expect(await index.find('nf 12/3')).toEqual(['order-1'])
    expect(await index.find('other')).toEqual([])
  })

  it('costs a queue no call for what this process has seen, in this account only', async () => {
    const files = new MemoryFiles()
    const remembered = new Set<string>()
    const orders = ['order-1', 'order-2', 'order-3', 'order-4']
    const show = async (tenant: string) => {
      const before = files.reads
      const index = new NumberIndex(files, tenant, remembered)
      for (const order of orders) await index.see(order, [`of ${order}`, `of ${order}`])
      return files.reads - before
    }
    // One to find the number; that it is not there the listing says too.
    expect(await show('a/master')).toBe(4)
    // The first two might be all that a request looks at: for a single order the index itself is asked.
    expect(await show('a/master')).toBe(2)
    expect(await show('b/master')).toBe(4)
  })

  it('is not begun anew where VBase hides the file: the orders in it stay', async () => {
    const files = new MemoryFiles()
    await indexOn(files).see('order-1', ['7'])
    const [path] = files.content.keys()
    files.hidden.add(path)
    await expect(indexOn(files).see('order-2', ['7'])).rejects.toMatchObject({ upstream: 'VBASE' })
    files.hidden.clear()
    expect(await indexOn(files).find('7')).toEqual(['order-1'])
  })

  it('keeps both orders that are seen at the same moment once the number is known', async () => {
    const files = new MemoryFiles()
    await indexOn(files).see('order-0', ['7'])
    await Promise.all(['order-1', 'order-2'].map((order) => indexOn(files).see(order, ['7'])))
    expect([...(await indexOn(files).find('7'))].sort()).toEqual(['order-0', 'order-1', 'order-2'])
  })
})

it('the files of a whole store are those that seeing its orders one by one comes to', async () => {
  const some = fc.array(fc.constantFrom('7', ' 7 ', 'a/1', 'A/1', 'nf 12', ''), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 120 }), async (all) => {
      const orders = all.map((numbers, at) => ({ orderId: `order-${at}`, numbers }))
      const files = new MemoryFiles()
      const index = indexOn(files)
      for (const { orderId, numbers } of orders) await index.see(orderId, numbers)
      const made = [...numberFiles(orders)].map(([path, file]) => [path, JSON.stringify(file)])
      expect(Object.fromEntries(made)).toEqual(Object.fromEntries(files.content))
    }),
    { numRuns: 50 }
  )
})

describe('the register of documents', () => {
  it('names the first order that registered a document', async () => {
    const documents = new DocumentStore(new MemoryFiles())
    expect(await documents.orderOf('abc')).toBeNull()
    await documents.register('abc', 'order-1')
    await documents.register('abc', 'order-2')
    expect(await documents.orderOf('abc')).toBe('order-1')
  })

  it('keeps what VBase hides', async () => {
    const files = new MemoryFiles()
    const documents = new DocumentStore(files)
    await documents.register('abc', 'order-1')
    files.hidden.add([...files.content.keys()][0])
    await documents.register('abc', 'order-2')
    files.hidden.clear()
    expect(await documents.orderOf('abc')).toBe('order-1')
  })
})

describe('names in paths', () => {
  it('are one safe segment each, and never the same for two texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(pathSegment(a)).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(pathSegment(a) === pathSegment(b)).toBe(a === b)
      }),
      { seed: 20261124 }
    )
  })

  it.each(['..', '', 'a/b', 'a.json', '%2e', 'a ', '_x', 'ã', 'x'.repeat(121)])(
    'are made safe: %j',
    (text) => {
      expect(pathSegment(text)).toMatch(/^_[A-Za-z0-9_-]*$/)
    }
  )

  it.each(['1400-01', 'SLR_7', 'x'.repeat(120)])(
    'stay readable where they are safe: %s',
    (text) => {
      expect(pathSegment(text)).toBe(text)
    }
  )
})
