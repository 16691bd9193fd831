import type { TrackingCommand, TrackingEventCommand } from './commands'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { readActivity } from './readActivity'
import { startHandling } from './startHandling'
import { someInvoice, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'
import { viewOrder } from './viewOrder'

// What never comes, comes late, or cannot be read.

const ID = '1400-01'
const NUMBER = 'NF-1'
const courier: TrackingCommand = {
  trackingNumber: null,
  trackingUrl: null,
  courier: 'Correios',
  dispatchedDate: null,
}
const scan: TrackingEventCommand = {
  description: 'Moved',
  date: '2026-03-10T08:01:00Z',
  city: null,
  state: null,
}
const reported = { isDelivered: false, deliveredDate: null, events: [scan] }

describe('an invoice that OMS took and never shows', () => {
  const HOUR = 60 * 60 * 1000
  async function lost(): Promise<World> {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 1_000 * HOUR
    const sent = await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect(sent.outcome).toBe('ACCEPTED')
    here.oms.applyDelayMs = 0
    return here
  }
  const attention = async (here: World) => (await viewOrder(here.ports(), ID))!.attention
  const notShown = (problems: readonly { readonly code: string }[]) =>
    problems.filter(({ code }) => code === 'INVOICE_NOT_SHOWN')

  it('needs attention after an hour, by number and receipt', async () => {
    const here = await lost()
    here.clock.advance(HOUR - 20_000)
    expect(notShown(await attention(here))).toEqual([])
    here.clock.advance(20_000)
    expect(notShown(await attention(here))).toMatchObject([
      {
        severity: 'WARNING',
        facts: [
          { name: 'invoiceNumber', value: NUMBER },
          { name: 'type', value: 'OUTPUT' },
          { name: 'sentAt' },
          { name: 'receipt', value: '00000000000000000000000000000001' },
        ],
      },
    ])
  })

  it.each(['NF-1', 'NF-2'])(
    'keeps its value until a person accepts that it is lost; then it is free for %s',
    async (invoiceNumber) => {
      const here = await lost()
      const again = someInvoice({ invoiceNumber })
      here.clock.advance(HOUR)
      const asked = await notifyInvoice(here.ports(), ID, again, [], null)
      expect([asked.outcome, asked.problems.map(({ code }) => code)]).toEqual([
        'REFUSED',
        ['INVOICE_NOT_SHOWN'],
      ])
      expect((await viewOrder(here.ports(), ID))!.ledger.remainingValue).toBe(0)
      const before = here.clock.now()
      const sent = await notifyInvoice(here.ports('bob'), ID, again, ['INVOICE_NOT_SHOWN'], null)
      expect(sent.outcome).toBe('APPLIED')
      // After two looks.
      expect(here.clock.now() - before).toBeGreaterThanOrEqual(5_000)
      expect(notShown(await attention(here))).toEqual([])
      expect(here.journal(ID).intents).toEqual([])
      expect(await readActivity(here.ports(), ID, 10)).toContainEqual(
        expect.objectContaining({
          actor: 'bob',
          receipt: '00000000000000000000000000000001',
          summary: expect.stringMatching(/declared lost/) as unknown,
        })
      )
    }
  )

  it('is not lost within the hour, nor where the second look shows it', async () => {
    const here = await lost()
    here.clock.advance(HOUR / 2)
    const soon = await notifyInvoice(here.ports(), ID, someInvoice(), ['INVOICE_NOT_SHOWN'], null)
    expect(soon.outcome).toBe('ACCEPTED')
    here.clock.advance(HOUR)
    const call = notifyInvoice(here.ports(), ID, someInvoice(), ['INVOICE_NOT_SHOWN'], null)
    await here.clock.sleep(2_000)
    here.clock.advance(1_000 * HOUR)
    expect((await call).outcome).toBe('ALREADY_APPLIED')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })
})

describe('an order that cannot be read', () => {
  it('is OMS_UNREADABLE to every write, as it is to a query', async () => {
    const here = new World(
      someOrder({ status: 'invoiced', packages: [somePackage({ trackingNumber: 'AA1' })] })
    )
    for (const send of [
      () => notifyInvoice(here.ports(), ID, someInvoice({ invoiceNumber: 'NF-2' }), [], null),
      () => updatePartialInvoice(here.ports(), ID, NUMBER, courier, []),
      () => updateTrackingStatus(here.ports(), ID, NUMBER, reported, []),
      () => startHandling(here.ports(), ID),
    ]) {
      here.oms.fail({ call: 'get', kind: 'unreadable' })
      const { outcome, problems } = await send()
      expect([outcome, problems.map(({ code }) => code)]).toEqual(['REFUSED', ['OMS_UNREADABLE']])
    }
  })
})

describe('two minutes without an answer', () => {
  const slowBy = async (milliseconds: number) => {
    const here = new World(someOrder())
    const ports = here.ports()
    here.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    here.oms.applyDelayMs = 115_000
    const slow: Ports['journals']['updateDecided'] = async (...asked) => {
      const written = await ports.journals.updateDecided(...asked)
      await here.clock.sleep(milliseconds)
      return written
    }
    const journals = { ...ports.journals, updateDecided: slow }
    const first = await notifyInvoice({ ...ports, journals }, ID, someInvoice(), [], null)
    return { here, first }
  }

  it('count from the end of the send, however long VBase took before it', async () => {
    const { here, first } = await slowBy(12_000)
    expect(first.outcome).toBe('UNKNOWN')
    here.clock.advance(104_000)
    const second = await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    expect(second.outcome).toBe('UNKNOWN')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('are not begun where too little time is left: nothing goes out', async () => {
    const { here, first } = await slowBy(18_000)
    expect(first.outcome).toBe('REFUSED')
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(0)
    expect(here.journal(ID).intents).toEqual([])
  })
})

describe('a call where everything takes long', () => {
  it.each([1_000, 2_000, 3_000, 4_000])(
    'answers by 26 s, and the truth: every step takes %d ms',
    async (step) => {
      const here = new World(someOrder())
      const ports = here.ports()
      const slow = <T extends object>(port: T): T =>
        new Proxy(port, {
          get: (target, name) => {
            const method = Reflect.get(target, name) as (...args: unknown[]) => unknown
            return async (...args: unknown[]) => {
              await here.clock.sleep(step)
              return method.apply(target, args)
            }
          },
        })
      const held: Ports['claims'] = {
        hold: (orderId, waitMs, work) =>
          ports.claims.hold(orderId, waitMs, (claim) => work(slow(claim))),
      }
      here.oms.applyDelayMs = 60_000
      const before = here.clock.now()
      const { outcome } = await notifyInvoice(
        {
          ...ports,
          claims: held,
          orders: slow(ports.orders),
          journals: slow(ports.journals),
        },
        ID,
        someInvoice(),
        [],
        null
      )
      expect(here.clock.now() - before).toBeLessThanOrEqual(26_000)
      const sent = here.oms.bodies('notifyInvoice').length
      expect(outcome).toBe(sent === 1 ? 'ACCEPTED' : 'REFUSED')
      if (step <= 2_000) expect(sent).toBe(1)
    }
  )
})
