import { LONGEST_ORDER_ID } from '../domain/order/orderId'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { previewInvoice } from './previewInvoice'
import { readActivity } from './readActivity'
import { startHandling } from './startHandling'
import { someInvoice, someOrder } from './testing/someOrder'
import { World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'
import { viewOrder } from './viewOrder'

const TRACKING = { trackingNumber: null, trackingUrl: null, courier: 'C', dispatchedDate: null }

/** A world whose orders, claims and journals are told by which id they were asked. */
function watched(): { world: World; ports: Ports; asked: string[] } {
  const world = new World(someOrder())
  const ports = world.ports()
  const asked: string[] = []
  const told = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const found = Reflect.get(target, name) as unknown
        if (typeof found !== 'function') return found
        return (...args: unknown[]) => {
          asked.push(String(name))
          return (found as (...args: unknown[]) => unknown).apply(target, args)
        }
      },
    })
  const { orders, claims, journals } = ports
  const parts = { orders: told(orders), claims: told(claims), journals: told(journals) }
  return { world, asked, ports: { ...ports, ...parts } }
}

describe.each([
  ['longer than any order has', '1'.repeat(LONGEST_ORDER_ID + 1)],
  ['of 200,000 characters', '\u{1F4E6}'.repeat(100_000)],
])('an order id %s', (_name, orderId) => {
  it.each([
    ['startHandling', (ports: Ports) => startHandling(ports, orderId)],
    ['notifyInvoice', (ports: Ports) => notifyInvoice(ports, orderId, someInvoice(), [], null)],
    [
      'updatePartialInvoice',
      (ports: Ports) => updatePartialInvoice(ports, orderId, '1', TRACKING, []),
    ],
    [
      'updateTrackingStatus',
      (ports: Ports) =>
        updateTrackingStatus(
          ports,
          orderId,
          '1',
          { isDelivered: true, deliveredDate: null, events: [] },
          []
        ),
    ],
  ])('is refused by %s before anything is claimed or read', async (_field, write) => {
    const { world, ports, asked } = watched()
    const { outcome, view, problems } = await write(ports)
    expect([outcome, view]).toEqual(['REFUSED', null])
    expect(problems.map(({ code }) => code)).toEqual(['ORDER_NOT_FOUND'])
    expect(asked).toEqual([])
    expect(JSON.stringify(problems).length).toBeLessThan(2_000)
    expect(JSON.stringify(world.logs).length).toBeLessThan(1_000)
    expect(world.logs).toHaveLength(1)
  })

  it('is no order to any read, and nobody is asked for it', async () => {
    const { ports, asked } = watched()
    expect(await viewOrder(ports, orderId)).toBeNull()
    expect(await readActivity(ports, orderId, 50)).toEqual([])
    const { problems } = await previewInvoice(ports, orderId, someInvoice(), null)
    expect(problems.map(({ code }) => code)).toEqual(['ORDER_NOT_FOUND'])
    expect(JSON.stringify(problems).length).toBeLessThan(2_000)
    expect(asked).toEqual([])
  })
})

it('an order id as long as one may be is looked for', async () => {
  const { ports, asked } = watched()
  expect(await viewOrder(ports, '1'.repeat(LONGEST_ORDER_ID))).toBeNull()
  expect(asked).toContain('get')
})

it('an invoice number of any length is logged and written down in a few words', async () => {
  const invoiceNumber = '9'.repeat(200_000)
  const { world, ports } = watched()
  const { orderId } = someOrder()
  await updatePartialInvoice(ports, orderId, invoiceNumber, TRACKING, [])
  await notifyInvoice(ports, orderId, someInvoice({ invoiceNumber }), [], null)
  const written = world.journal(orderId).activity
  expect(written.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED'])
  expect(JSON.stringify(written).length).toBeLessThan(2_000)
  expect(JSON.stringify(world.logs).length).toBeLessThan(2_000)
})
