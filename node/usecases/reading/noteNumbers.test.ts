import { Fault } from '../../domain/problem/fault'
import { someOrder, somePackage } from '../../domain/testing/someOrder'
import type { Ports } from '../ports'
import { World } from '../testing/world'
import { noteNumbers } from './noteNumbers'

const ORDER = someOrder({
  orderId: '1400-01',
  packages: [
    somePackage({ invoiceNumber: '7', trackingNumber: 'T7' }),
    somePackage({ invoiceNumber: '8', trackingNumber: null }),
    somePackage({ invoiceNumber: 'R1', type: 'INPUT', trackingNumber: 'T7' }),
  ],
})

/** What each index was told of an order, and what was logged once it had answered, or failed. */
async function noted(order: typeof ORDER, failing: unknown = null) {
  const here = new World()
  const told: Record<string, unknown> = {}
  const index = (name: string) => ({
    see: async (...of: readonly unknown[]): Promise<void> => {
      told[name] = of
      if (failing) throw failing
    },
  })
  const ports: Ports = {
    ...here.ports(),
    numbers: { ...here.ports().numbers, ...index('numbers') },
    invoiceNames: { ...here.ports().invoiceNames!, ...index('names') },
    openParcels: index('openParcels'),
  }
  const warnings: unknown[] = []
  noteNumbers({ ...ports, log: { ...ports.log, warn: (line) => void warnings.push(line) } }, order)
  await new Promise(setImmediate)
  return { told, warnings }
}

it('tells each index what it finds orders by: a number once, and of names those of sales', async () => {
  const { told, warnings } = await noted(ORDER)
  expect(told).toMatchObject({
    numbers: ['1400-01', ['7', 'T7', '8', 'R1']],
    names: ['1400-01', [{ invoiceNumber: '7' }, { invoiceNumber: '8' }]],
    openParcels: [ORDER],
  })
  expect(warnings).toEqual([])
})

it('tells nothing of an order without invoices, and no name of one with returns alone', async () => {
  expect(Object.keys((await noted({ ...ORDER, packages: [] })).told)).toEqual(['openParcels'])
  const returned = { ...ORDER, packages: [ORDER.packages[2]!] }
  expect(Object.keys((await noted(returned)).told).sort()).toEqual(['numbers', 'openParcels'])
})

it.each([
  ['a fault', new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'get' }), /VBASE/],
  ['a mistake of ours', new TypeError('secret of ours'), /^failed$/],
])('writes down which index failed, and for which order: %s', async (_, failing, detail) => {
  const { told, warnings } = await noted(ORDER, failing)
  expect(Object.keys(told).sort()).toEqual(['names', 'numbers', 'openParcels'])
  expect(warnings).toEqual(
    ['InvoiceNames', 'AskedParcels', 'NumberIndex'].map((flow) => ({
      flow,
      orderId: '1400-01',
      detail: expect.stringMatching(detail),
    }))
  )
})
