import fc from 'fast-check'
import type { OutgoingTrackingStatus } from '../domain/package/outgoing'
import type { WriteResult } from './commands'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { invoicedOf } from './testing/fakeOms'
import { someInvoice, someItem, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'

/** The same ports, each call of OMS, claims and journal let through in the order that the scheduler picks. */
function scheduled(ports: Ports, scheduler: fc.Scheduler): Ports {
  const through = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown
        if (typeof value !== 'function') return value
        return async (...args: unknown[]) => {
          await scheduler.schedule(Promise.resolve(), String(name))
          return (value as (...args: unknown[]) => unknown).apply(target, args)
        }
      },
    })
  return { ...ports, orders: through(ports.orders), journals: through(ports.journals) }
}

async function together(
  here: World,
  scheduler: fc.Scheduler,
  ...calls: ((ports: Ports) => Promise<WriteResult>)[]
): Promise<WriteResult[]> {
  const running = Promise.all(
    calls.map((call, index) => call(scheduled(here.ports(`caller ${index}`), scheduler)))
  )
  let isDone = false
  const end = running.finally(() => (isDone = true))
  end.catch(() => undefined)
  while (!isDone) {
    if (scheduler.count() > 0) await scheduler.waitOne()
    // Nothing to schedule: somebody waits for time to pass.
    else await new Promise((resolve) => setImmediate(resolve))
  }
  return end
}

const delays = fc.constantFrom(0, 300, 2_000, 12_000)
const faults = fc.constantFrom(null, 'before' as const, 'after' as const)

describe('two callers at once', () => {
  it('the same invoice twice: one POST, and both hear the truth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), delays, faults, async (scheduler, applyDelayMs, fault) => {
        const here = new World(someOrder())
        here.oms.applyDelayMs = applyDelayMs
        if (fault)
          here.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: fault === 'after' })
        const send = (ports: Ports) => notifyInvoice(ports, ID, someInvoice(), [], null)
        const results = await together(here, scheduler, send, send)
        expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
        const outcomes = results.map(({ outcome }) => outcome).sort()
        here.clock.advance(60_000)
        const isThere = here.oms.peek(ID).packages.length === 1
        expect(isThere).toBe(fault !== 'before')
        for (const outcome of outcomes) {
          if (['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED'].includes(outcome))
            expect(isThere).toBe(true)
          expect(['REFUSED', 'FAILED']).not.toContain(outcome)
        }
        if (fault === null) expect(outcomes).not.toContain('UNKNOWN')
      }),
      { numRuns: 60, seed: 11 }
    )
  })

  it('one number with different content: the first one stands, the second hears INVOICE_EXISTS', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), delays, async (scheduler, applyDelayMs) => {
        const here = new World(someOrder())
        here.oms.applyDelayMs = applyDelayMs
        const send = (value: number) => (ports: Ports) =>
          notifyInvoice(
            ports,
            ID,
            someInvoice({ invoiceValue: value }),
            ['VALUE_LEAVES_REMAINDER'],
            null
          )
        const results = await together(here, scheduler, send(4_000), send(5_000))
        expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
        const refused = results.filter(({ outcome }) => outcome === 'REFUSED')
        expect(refused).toHaveLength(1)
        expect(refused[0].problems).toMatchObject([
          { code: 'INVOICE_EXISTS', differences: [{ field: 'invoiceValue' }] },
        ])
      }),
      { numRuns: 40, seed: 12 }
    )
  })

  it('two partials share one remainder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), delays, async (scheduler, applyDelayMs) => {
        const here = new World(someOrder())
        here.oms.applyDelayMs = applyDelayMs
        const send = (invoiceNumber: string) => (ports: Ports) =>
          notifyInvoice(
            ports,
            ID,
            someInvoice({ invoiceNumber, items: [someItem({ id: '101', quantity: 1 })] }),
            [],
            null
          )
        const results = await together(here, scheduler, send('A'), send('B'), send('C'))
        here.clock.advance(60_000)
        expect(invoicedOf(here.oms.peek(ID))).toBe(11_500)
        expect(results.filter(({ outcome }) => outcome === 'REFUSED')).toHaveLength(1)
      }),
      { numRuns: 40, seed: 13 }
    )
  })

  it('the same events twice: each is recorded once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), delays, async (scheduler, applyDelayMs) => {
        const here = new World(
          someOrder({ status: 'invoiced', packages: [somePackage({ trackingNumber: 'AA1' })] })
        )
        here.oms.applyDelayMs = applyDelayMs
        const events = [
          { date: '2026-03-10T08:00:00Z', description: 'Posted', city: null, state: null },
        ]
        const send = (ports: Ports) =>
          updateTrackingStatus(
            ports,
            ID,
            'NF-1',
            { isDelivered: false, deliveredDate: null, events },
            []
          )
        await together(here, scheduler, send, send)
        const sent = here.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')
        expect(sent.flatMap((one) => one.events)).toHaveLength(1)
      }),
      { numRuns: 40, seed: 14 }
    )
  })
})

describe('a holder that does not end', () => {
  it('makes the other one wait ten seconds, then IN_PROGRESS with since', async () => {
    const here = new World(someOrder())
    here.oms.latencyMs = 7_000
    const first = notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    const second = notifyInvoice(
      here.ports('bob'),
      ID,
      someInvoice({ invoiceNumber: 'NF-2' }),
      [],
      null
    )
    const result = await second
    expect(result.outcome).toBe('REFUSED')
    expect(result.problems).toMatchObject([{ code: 'IN_PROGRESS', facts: [{ name: 'since' }] }])
    await first
  })
})
