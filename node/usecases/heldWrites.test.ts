import { Fault } from '../domain/problem/fault'
import { instantAt } from '../domain/values/instant'
import { cents } from '../domain/values/money'
import type { OutgoingTrackingStatus } from '../domain/package/outgoing'
import type { TrackingCommand, TrackingEventCommand } from './commands'
import { notifyInvoice } from './notifyInvoice'
import type { Ports } from './ports'
import { readActivity } from './readActivity'
import { startHandling } from './startHandling'
import { someInvoice, someOrder, somePackage } from './testing/someOrder'
import { Killed, World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'

// What two calls in a row do to one order, where the first one ends late, badly, or not at all.

const ID = '1400-01'
const NUMBER = 'NF-1'
const shipped = () =>
  new World(someOrder({ status: 'invoiced', packages: [somePackage({ trackingNumber: 'AA1' })] }))
const scan = (minute: number, description = 'Moved'): TrackingEventCommand => ({
  description,
  date: `2026-03-10T08:0${minute}:00Z`,
  city: null,
  state: null,
})
const report = (ports: Ports, events: TrackingEventCommand[], isDelivered = false) =>
  updateTrackingStatus(ports, ID, NUMBER, { isDelivered, events, deliveredDate: null }, [])
const edit = (ports: Ports, tracking: Partial<TrackingCommand>) =>
  updatePartialInvoice(
    ports,
    ID,
    NUMBER,
    { trackingNumber: null, trackingUrl: null, courier: null, dispatchedDate: null, ...tracking },
    []
  )
const puts = (here: World) => here.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')

describe('what one call writes late', () => {
  it('replaces no dispatch date that another call has written since', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 3_500
    here.oms.fail({ call: 'notifyInvoice', kind: 'unknown', afterCommit: true })
    const first = notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    await here.clock.sleep(3_600)
    const edited = await edit(here.ports('bob'), { dispatchedDate: '2026-03-09T10:00:00Z' })
    expect(edited.outcome).toBe('APPLIED')
    expect((await first).outcome).toBe('APPLIED')
    expect(here.journal(ID).invoices).toMatchObject([
      { wroteInvoice: true, dispatchedDate: '2026-03-09T10:00:00Z', dispatchIsUnsure: false },
    ])
  })
})

describe('what OMS refused', () => {
  it('is never taken up by the next call, however slow VBase is', async () => {
    const here = shipped()
    here.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 })
    const ports = here.ports()
    const update: Ports['journals']['update'] = async (...asked) => {
      await here.clock.sleep(900)
      return ports.journals.update(...asked)
    }
    const slow = { ...ports, journals: { ...ports.journals, update } }
    const [delivery, moved] = await Promise.all([
      report(slow, [scan(1, 'Delivered')], true),
      here.clock.sleep(50).then(() => report(here.ports('bob'), [scan(0)])),
    ])
    expect(delivery.outcome).toBe('FAILED')
    expect(moved.outcome).toBe('APPLIED')
    expect(here.oms.peek(ID).packages[0].courierStatus).toMatchObject({ finished: false })
    expect(puts(here)[1]).toMatchObject({ isDelivered: false, events: [{ description: 'Moved' }] })
  })

  it('is UNKNOWN where it cannot be taken out of the journal, for the next call will send it', async () => {
    const here = shipped()
    here.oms.fail({ call: 'updateTrackingStatus', kind: 'rateLimited', status: 429 })
    const ports = here.ports()
    const update: Ports['journals']['update'] = async () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save' })
    }
    const broken = { ...ports, journals: { ...ports.journals, update } }
    const { outcome, problems } = await report(broken, [scan(1)], true)
    expect(outcome).toBe('UNKNOWN')
    expect(problems).toMatchObject([{ code: 'OMS_OUTCOME_UNKNOWN' }])
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'rateLimited', status: 429 })
    const changed = await edit(broken, { courier: 'Correios' })
    expect(changed.outcome).toBe('UNKNOWN')
  })

  it('leaves the dispatch date that another call has written since', async () => {
    const here = shipped()
    const before = await edit(here.ports(), { dispatchedDate: '2026-03-08T10:00:00Z' })
    expect(before.outcome).toBe('APPLIED')
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'rejected', status: 400 })
    const refused = await edit(here.ports(), { dispatchedDate: '2026-03-09T10:00:00Z' })
    expect(refused.outcome).toBe('FAILED')
    expect(here.journal(ID)).toMatchObject({
      edits: [],
      invoices: [{ dispatchedDate: '2026-03-08T10:00:00Z', dispatchIsUnsure: false }],
    })
  })
})

describe('what VBase does not say of what was written down', () => {
  const courier = { courier: 'Correios' }

  /** The first save of the call is not answered for, and neither is taking it back, unless that `works`. */
  const unsaid = (here: World, afterCommit: boolean, works: boolean): Ports => {
    here.journalFault = { afterCommit, at: here.journalWrites + 1 }
    const ports = here.ports()
    const update: Ports['journals']['update'] = async (...asked) => {
      if (works) return ports.journals.update(...asked)
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
    }
    return { ...ports, journals: { ...ports.journals, update } }
  }

  it.each([
    ['saved', true],
    ['not saved', false],
  ])('is REFUSED once it is surely out of the journal: %s', async (_, afterCommit) => {
    const here = shipped()
    const scanned = await report(unsaid(here, afterCommit, true), [scan(1)], true)
    const edited = await edit(unsaid(here, afterCommit, true), courier)
    for (const { outcome, problems } of [scanned, edited]) {
      expect(outcome).toBe('REFUSED')
      expect(problems).toMatchObject([{ code: 'OMS_UNAVAILABLE' }])
    }
    const { tracking = [], edits = [] } = here.journal(ID)
    expect([...tracking, ...edits]).toEqual([])
    here.clock.advance(200_000)
    await edit(here.ports('bob'), { courier: 'Sedex' })
    expect(puts(here)).toEqual([])
    expect(await readActivity(here.ports(), ID, 10)).toMatchObject([
      { actor: 'bob', outcome: 'APPLIED' },
      { operation: 'UPDATE_PARTIAL_INVOICE', outcome: 'REFUSED' },
      { operation: 'UPDATE_TRACKING_STATUS', outcome: 'REFUSED' },
    ])
  })

  it.each([
    ['saved', true],
    ['not saved', false],
  ])('is UNKNOWN where it cannot be taken back: %s', async (_, afterCommit) => {
    const here = shipped()
    const scanned = await report(unsaid(here, afterCommit, false), [scan(1)], true)
    expect(scanned.outcome).toBe('UNKNOWN')
    expect(scanned.problems).toMatchObject([{ code: 'OMS_OUTCOME_UNKNOWN' }])
    expect(puts(here)).toEqual([])
    expect((await edit(unsaid(here, afterCommit, false), courier)).outcome).toBe('UNKNOWN')
    here.clock.advance(200_000)
    await edit(here.ports('bob'), { courier: 'Sedex' })
    expect(puts(here)).toHaveLength(afterCommit ? 1 : 0)
  })

  it('stays REFUSED of an invoice, which nobody sends along', async () => {
    const here = new World(someOrder())
    const ports = unsaid(here, true, false)
    const { outcome } = await notifyInvoice(ports, ID, someInvoice(), [], null)
    expect(outcome).toBe('REFUSED')
    here.clock.advance(200_000)
    await notifyInvoice(here.ports('bob'), ID, someInvoice(), [], null)
    expect(here.oms.bodies('notifyInvoice')).toHaveLength(1)
  })

  it('counts for a moment that cannot be moved any more as well', async () => {
    const here = shipped()
    const ports = here.ports()
    // Slow: the moment that was written down is written anew before the send.
    const updateDecided: Ports['journals']['updateDecided'] = async (...asked) => {
      const written = await ports.journals.updateDecided(...asked)
      await here.clock.sleep(6_000)
      return written
    }
    const update: Ports['journals']['update'] = async () => {
      throw new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Journal' })
    }
    const slow = { ...ports, journals: { ...ports.journals, update, updateDecided } }
    expect((await report(slow, [scan(1)])).outcome).toBe('UNKNOWN')
    expect(puts(here)).toEqual([])
    expect(here.journal(ID).tracking).toHaveLength(1)
  })
})

describe('events that an earlier call lost', () => {
  it.each([
    ['never got there', { afterCommit: false }, 'UNKNOWN'],
    ['arrive after all', { afterCommit: true }, 'APPLIED'],
  ])('are not told as applied before OMS shows them: they %s', async (_, fault, outcome) => {
    const here = shipped()
    here.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown', ...fault })
    here.oms.applyDelayMs = 12_000
    expect((await report(here.ports(), [scan(1), scan(2)])).outcome).toBe('UNKNOWN')
    here.oms.applyDelayMs = 0
    const second = await report(here.ports('bob'), [scan(1), scan(2), scan(3)])
    expect(second.outcome).toBe(outcome)
    const shown = here.oms.peek(ID).packages[0].courierStatus?.events ?? []
    expect(shown).toHaveLength(outcome === 'APPLIED' ? 3 : 1)
    // What is missing goes out once it had its time, with the next call, counted from the first send.
    here.clock.advance(121_000 - 12_000)
    await report(here.ports('bob'), [scan(1), scan(2), scan(3)])
    expect(here.oms.peek(ID).packages[0].courierStatus?.events).toHaveLength(3)
  })

  it('are ACCEPTED once OMS has taken them from the next call, whoever died with them', async () => {
    const here = shipped()
    here.journalFault = { at: 1, afterCommit: true, killed: true }
    await expect(report(here.ports(), [scan(1), scan(2)], true)).rejects.toThrow(Killed)
    here.releaseDeadClaims()
    here.clock.advance(150_000)
    here.oms.applyDelayMs = 9_000
    const second = await report(here.ports('bob'), [scan(1), scan(2)], true)
    expect(second).toMatchObject({ outcome: 'ACCEPTED', problems: [] })
    expect(here.journal(ID).tracking).toMatchObject([{ state: 'ACCEPTED' }])
    here.clock.advance(10_000)
    const third = await report(here.ports('bob'), [scan(1), scan(2)], true)
    expect(third.outcome).toBe('ALREADY_APPLIED')
    expect(puts(here)).toHaveLength(1)
  })

  it('do not keep a call from being done that named none of them', async () => {
    const here = shipped()
    here.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' })
    await report(here.ports(), [scan(1)])
    expect((await report(here.ports(), [scan(2)])).outcome).toBe('APPLIED')
    expect((await report(here.ports(), [scan(2)])).outcome).toBe('ALREADY_APPLIED')
  })
})

describe('a carrier that repeats its history', () => {
  it.each([
    ['drops what a second is divided into', 'drop'],
    ['shows nothing of it', 'hide'],
  ])('makes no more than three copies of an event, where OMS %s', async (_, manner) => {
    const here = shipped()
    if (manner === 'hide') here.oms.readings = { repost: 'replaces', events: 'hide' }
    const whole = (event: TrackingEventCommand) => ({
      ...event,
      date: String(event.date).replace(':00Z', ':00.123Z'),
    })
    for (let poll = 0; poll < 12; poll += 1) {
      await report(here.ports(), [whole(scan(1)), whole(scan(2))])
      if (manner === 'drop')
        here.oms.change(ID, ({ packages: [stored] }) => ({
          packages: [
            {
              ...stored,
              courierStatus: stored.courierStatus && {
                ...stored.courierStatus,
                events: stored.courierStatus.events.map((event) => {
                  const dateText = event.dateText.replace('.123Z', 'Z')
                  return { ...event, dateText, date: instantAt(Date.parse(dateText)) }
                }),
              },
            },
          ],
        }))
      here.clock.advance(6 * 60 * 60 * 1000)
    }
    const copies = puts(here).flatMap(({ events }) => events)
    expect(copies.length).toBeLessThanOrEqual(manner === 'drop' ? 2 : 6)
  })
})

describe('a number that another system has used meanwhile', () => {
  it('is not ours: neither the answer nor the record says so', async () => {
    const here = new World(someOrder())
    here.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    const erp = somePackage({ invoiceValue: cents(5_000) })
    const first = notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    await here.clock.sleep(600)
    here.oms.change(ID, () => ({ packages: [erp], status: 'payment-approved' }))
    expect((await first).outcome).toBe('UNKNOWN')
    expect(here.journal(ID).invoices).toEqual([])
  })

  it('is not ours either where only the day of issue differs', async () => {
    const here = new World(someOrder())
    here.oms.fail({ call: 'notifyInvoice', kind: 'unknown' })
    const first = notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    await here.clock.sleep(600)
    here.oms.change(ID, () => ({ packages: [somePackage()], status: 'invoiced' }))
    expect((await first).outcome).toBe('UNKNOWN')
  })
})

describe('a call that dies with its write at OMS', () => {
  it.each([
    [
      'UPDATE_PARTIAL_INVOICE',
      'updatePartialInvoice' as const,
      shipped,
      (ports: Ports) => edit(ports, { courier: 'Correios' }),
    ],
    [
      'UPDATE_TRACKING_STATUS',
      'updateTrackingStatus' as const,
      shipped,
      (ports: Ports) => report(ports, [scan(1)]),
    ],
    [
      'START_HANDLING',
      'startHandling' as const,
      () => new World(someOrder({ status: 'ready-for-handling' })),
      (ports: Ports) => startHandling(ports, ID),
    ],
    [
      'NOTIFY_INVOICE',
      'notifyInvoice' as const,
      () => new World(someOrder()),
      (ports: Ports) => notifyInvoice(ports, ID, someInvoice(), [], null),
    ],
  ])('is told all the same: %s', async (operation, call, world, send) => {
    const here = world()
    const ports = here.ports()
    const orders: Ports['orders'] = new Proxy(ports.orders, {
      get: (target, name) =>
        name === call
          ? () => {
              throw new Killed('killed')
            }
          : (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target),
    })
    await expect(send({ ...ports, orders })).rejects.toBeInstanceOf(Killed)
    expect(await readActivity(here.ports(), ID, 10)).toMatchObject([
      { operation, outcome: 'UNKNOWN', actor: 'ana@store.com' },
    ])
  })

  it('is told once, as it ended, where it lives', async () => {
    const here = shipped()
    await edit(here.ports(), { courier: 'Correios' })
    await report(here.ports(), [scan(1)])
    expect(await readActivity(here.ports(), ID, 10)).toMatchObject([
      { operation: 'UPDATE_TRACKING_STATUS', outcome: 'APPLIED' },
      { operation: 'UPDATE_PARTIAL_INVOICE', outcome: 'APPLIED' },
    ])
  })
})

describe('a known scan', () => {
  it('that is told again after the delivery is ALREADY_APPLIED and takes nothing back', async () => {
    const here = shipped()
    await report(here.ports(), [scan(1)])
    await report(here.ports(), [scan(2, 'Delivered')], true)
    const { outcome } = await report(here.ports(), [scan(1)])
    expect(outcome).toBe('ALREADY_APPLIED')
    expect(here.oms.peek(ID).packages[0].courierStatus).toMatchObject({ finished: true })
    const { problems } = await report(here.ports(), [])
    expect(problems).toMatchObject([{ code: 'DELIVERED_ALREADY' }])
  })
})
