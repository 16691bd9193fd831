import { cents } from '../domain/values/money'
import { listOrders } from './listOrders'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { previewInvoice } from './previewInvoice'
import { someInvoice, someOrder } from './testing/someOrder'
import { someQuery } from './testing/someQuery'
import { World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { viewOrder } from './viewOrder'

const ID = '1400-01'

/** A caller whose reads of the journal take long. */
function slowJournal(here: World, milliseconds: number): Ports {
  const ports = here.ports('bob@store.com')
  const read: Ports['journals']['read'] = async (orderId) => {
    await here.clock.sleep(milliseconds)
    return ports.journals.read(orderId)
  }
  return { ...ports, journals: { ...ports.journals, read } }
}

const part = () => someInvoice({ invoiceValue: cents(4_600) })
const send = (ports: Ports) => notifyInvoice(ports, ID, part(), ['VALUE_LEAVES_REMAINDER'], null)

describe('what an order shows and what its journal names', () => {
  it.each([0, 400, 800, 1_200])(
    'leave no gap for a second POST, however long the journal takes to read (%d ms later)',
    async (later) => {
      const here = new World(someOrder())
      here.oms.applyDelayMs = 1_000
      here.oms.readings = { repost: 'appends', events: 'append' }
      const first = send(here.ports())
      await here.clock.sleep(later)
      const second = await send(slowJournal(here, 1_400))
      await first
      expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
      expect(here.oms.peek(ID).packages).toHaveLength(1)
      expect(second.outcome).toBe('ALREADY_APPLIED')
    }
  )

  it.each([
    ['the order', async (ports: Ports) => (await viewOrder(ports, ID))!.ledger.remainingValue],
    [
      'a preview',
      async (ports: Ports) =>
        (await previewInvoice(ports, ID, someInvoice({ invoiceNumber: 'NF-2' }), null))
          .invoiceValue,
    ],
  ])('count an invoice once, whatever is read first: %s', async (_, remainder) => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 1_000
    const first = send(here.ports())
    await here.clock.sleep(800)
    expect(await remainder(slowJournal(here, 1_400))).toBe(6_900)
    await first
  })
})

describe('a reading of OMS that is older than one that is known', () => {
  it('decides nothing: the invoice that was shown is not sent again', async () => {
    const here = new World(someOrder())
    const before = here.oms.peek(ID)
    expect((await send(here.ports())).outcome).toBe('APPLIED')
    const ports = here.ports('bob@store.com')
    const orders: Ports['orders'] = new Proxy(ports.orders, {
      get: (target, name) =>
        name === 'get'
          ? async () => before
          : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
    })
    const { outcome, problems } = await send({ ...ports, orders })
    expect([outcome, problems[0].code]).toEqual(['REFUSED', 'OMS_UNAVAILABLE'])
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('is read once more for a row of a queue', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 1_000
    const first = send(here.ports())
    await here.clock.sleep(800)
    const page = await listOrders(slowJournal(here, 1_400), someQuery())
    expect(page.rows[0].ledger.remainingValue).toBe(6_900)
    await first
  })
})

describe('a journal that somebody writes between the decision and the intent', () => {
  /** The first reading of the journal is from before everything that another call has done since. */
  function staleOnce(here: World): Ports {
    const ports = here.ports('bob@store.com')
    const old = here.journal(ID)
    const stale = [old]
    const read: Ports['journals']['read'] = async (orderId) =>
      stale.shift() ?? ports.journals.read(orderId)
    return { ...ports, journals: { ...ports.journals, read } }
  }

  it('is decided on again: what another call has accepted is not sent a second time', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 60_000
    const bob = staleOnce(here)
    expect((await send(here.ports())).outcome).toBe('ACCEPTED')
    expect((await send(bob)).outcome).toBe('ACCEPTED')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('counts for the value: no two accepted invoices exceed the order', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 60_000
    const bob = staleOnce(here)
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    const second = await notifyInvoice(bob, ID, someInvoice({ invoiceNumber: 'NF-2' }), [], null)
    expect(second.outcome).toBe('REFUSED')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('and that was emptied while the POST was out names the invoice again', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 60_000
    const ports = here.ports()
    const orders: Ports['orders'] = {
      ...ports.orders,
      get: (orderId) => here.oms.get(orderId),
      changes: (orderId) => here.oms.changes(orderId),
      notifyInvoice: async (orderId, invoice) => {
        await ports.journals.update(orderId, () => ({ intents: [], invoices: [], activity: [] }))
        return here.oms.notifyInvoice(orderId, invoice)
      },
    }
    expect((await send({ ...ports, orders })).outcome).toBe('ACCEPTED')
    expect((await send(here.ports())).outcome).toBe('ACCEPTED')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('ends a call that never finds it at rest: nothing is sent', async () => {
    const here = new World(someOrder())
    const ports = here.ports()
    const restless: Ports = {
      ...ports,
      journals: { ...ports.journals, updateDecided: async () => null },
    }
    const invoice = await send(restless)
    expect(invoice.problems).toMatchObject([{ code: 'IN_PROGRESS' }])
    await send(ports)
    const tracking = {
      trackingNumber: 'AA1',
      trackingUrl: null,
      courier: null,
      dispatchedDate: null,
    }
    const edit = await updatePartialInvoice(restless, ID, 'NF-1', tracking, [])
    expect(edit.problems).toMatchObject([{ code: 'IN_PROGRESS' }])
    expect(here.oms.bodies('updatePartialInvoice')).toHaveLength(0)
  })
})
