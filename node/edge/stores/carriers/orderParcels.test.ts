import { NO_PARCELS, type OrderParcels } from '../../../domain/carriers/orderParcels'
import { MemoryFiles } from '../../testing/memoryFiles'
import type { ClaimsStore } from '../claims'
import { OrderParcelStore } from './orderParcels'

const PATH = 'carriers/orders/1-01.json'
const UNSEEN = { kind: 'unavailable', upstream: 'VBASE', operation: 'OrderParcels' }
const invoice = (invoiceNumber: string) => ({ invoiceNumber, parcels: [], events: [] })
const adding =
  (invoiceNumber: string) =>
  ({ invoices }: OrderParcels): OrderParcels =>
    invoices.some((one) => one.invoiceNumber === invoiceNumber)
      ? { invoices }
      : { invoices: [...invoices, invoice(invoiceNumber)] }

function storeOn(files = new MemoryFiles(), isHeldByOthers = false) {
  const claims = { waits: [] as number[], kept: [] as string[] }
  const hold = async <T>(_orderId: string, waitMs: number, work: () => Promise<T>) => {
    claims.waits.push(waitMs)
    return isHeldByOthers ? { held: false } : { held: true, value: await work() }
  }
  const keepToTheEnd = (orderId: string) => void claims.kept.push(orderId)
  const store = new OrderParcelStore({
    files,
    claims: { hold, keepToTheEnd } as unknown as ClaimsStore,
  })
  return { files, claims, store }
}

describe('what carriers told of an order', () => {
  it('is nothing where they told nothing, and looking makes no file', async () => {
    const { files, store } = storeOn()
    expect(await store.read('1-01')).toEqual(NO_PARCELS)
    expect(files.content.size).toBe(0)
  })

  it('begins under the claim of the order, as nothing that is written over', async () => {
    const { files, claims, store } = storeOn()
    expect(await store.change('1-01', adding('7'))).toEqual({ invoices: [invoice('7')] })
    expect(claims.waits).toEqual([5_000])
    expect(files.saves).toBe(2)
    expect(await storeOn(files).store.read('1-01')).toEqual({ invoices: [invoice('7')] })
    expect([...files.content.keys()]).toEqual([PATH])
  })

  it('is changed without the claim afterwards, from what it is', async () => {
    const { claims, store } = storeOn()
    await store.change('1-01', adding('7'))
    expect(await store.change('1-01', adding('8'))).toEqual({
      invoices: [invoice('7'), invoice('8')],
    })
    expect(claims.waits).toHaveLength(1)
  })

  it('costs no save where nothing changes', async () => {
    const { files, store } = storeOn()
    await store.change('1-01', adding('7'))
    const { saves } = files
    expect(await store.change('1-01', adding('7'))).toEqual({ invoices: [invoice('7')] })
    expect(files.saves).toBe(saves)
  })

  it('is saved once, though the save was answered as failed', async () => {
    const { files, store } = storeOn()
    await store.change('1-01', adding('7'))
    files.failures.push('after')
    expect(await store.change('1-01', adding('8'))).toEqual({
      invoices: [invoice('7'), invoice('8')],
    })
    expect(files.saves).toBe(3)
  })

  it('is not known where somebody saves at the same time again and again', async () => {
    const { files, store } = storeOn()
    await store.change('1-01', adding('7'))
    let others = 0
    const changing = store.change('1-01', (newest) => {
      others += 1
      files.content.set(PATH, JSON.stringify({ invoices: [], others }))
      return adding('8')(newest)
    })
    await expect(changing).rejects.toMatchObject(UNSEEN)
  })

  it.each(['null', '"text"', '{}', '{"invoices":{}}'])(
    'is an error and never nothing where it cannot be read: %s',
    async (text) => {
      const { files, store } = storeOn()
      files.content.set(PATH, text)
      const unreadable = { kind: 'unreadable', upstream: 'VBASE', operation: 'OrderParcels' }
      await expect(store.read('1-01')).rejects.toMatchObject(unreadable)
      await expect(store.change('1-01', adding('7'))).rejects.toMatchObject(unreadable)
      expect(files.content.get(PATH)).toBe(text)
    }
  )

  it('hides no mistake of ours', async () => {
    const { store } = storeOn()
    const mistake = new TypeError('ours')
    const changing = store.change('1-01', () => {
      throw mistake
    })
    await expect(changing).rejects.toBe(mistake)
  })
})

describe('the first file of an order', () => {
  it('is not made while somebody else holds the order', async () => {
    const { files, store } = storeOn(new MemoryFiles(), true)
    await expect(store.change('1-01', adding('7'))).rejects.toMatchObject(UNSEEN)
    expect(files.content.size).toBe(0)
  })

  it('is never written over one that VBase hides', async () => {
    const { files, store } = storeOn()
    await store.change('1-01', adding('7'))
    files.hidden.add(PATH)
    await expect(store.change('1-01', adding('8'))).rejects.toMatchObject(UNSEEN)
    files.hidden.clear()
    expect(await store.read('1-01')).toEqual({ invoices: [invoice('7')] })
  })

  it('is there where its save took effect, though it was answered as failed', async () => {
    const { files, claims, store } = storeOn()
    files.failures.push('after')
    expect(await store.change('1-01', adding('7'))).toEqual({ invoices: [invoice('7')] })
    expect(claims.kept).toEqual([])
  })

  it('that failed for good leaves the order to the next', async () => {
    const { files, claims, store } = storeOn()
    files.failures.push('before')
    await expect(store.change('1-01', adding('7'))).rejects.toMatchObject({ operation: 'Save' })
    expect(claims.kept).toEqual([])
    expect(await store.change('1-01', adding('7'))).toEqual({ invoices: [invoice('7')] })
  })

  it('that may arrive late keeps the order until its lease is over: nobody begins before', async () => {
    const { files, claims, store } = storeOn()
    files.failures.push('late')
    await expect(store.change('1-01', adding('7'))).rejects.toMatchObject({ operation: 'Save' })
    expect(claims.kept).toEqual(['1-01'])
  })

  it('that may arrive late keeps the order, too, where nobody can look whether it came', async () => {
    const { files, claims, store } = storeOn()
    files.failures.push('late')
    const { read, save } = files
    let isSaved = false
    files.save = (...asked) => {
      isSaved = true
      return save.apply(files, asked)
    }
    files.read = async (path) => {
      if (isSaved) throw new TypeError('no answer')
      return read.call(files, path)
    }
    await expect(store.change('1-01', adding('7'))).rejects.toMatchObject({ operation: 'Save' })
    expect(claims.kept).toEqual(['1-01'])
  })

  it('hides no mistake of ours', async () => {
    const { files, claims, store } = storeOn()
    const mistake = new TypeError('ours')
    files.save = async () => {
      throw mistake
    }
    await expect(store.change('1-01', adding('7'))).rejects.toBe(mistake)
    expect(claims.kept).toEqual([])
  })

  it('hides none where the file is there all the same', async () => {
    const { files, store } = storeOn()
    const mistake = new TypeError('ours')
    const { save } = files
    files.save = async (path) => {
      files.save = save
      files.content.set(path, '{"invoices":[]}')
      throw mistake
    }
    await expect(store.change('1-01', adding('7'))).rejects.toBe(mistake)
  })
})
