import type { TrackingEventCommand, TrackingStatusCommand } from '../domain/invoice/command'
import { Fault } from '../domain/problem/fault'
import type { OutgoingTrackingStatus } from '../domain/package/outgoing'
import { moment, someOrder, somePackage } from './testing/someOrder'
import { Killed, World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'
const NUMBER = 'NF-1'
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code)
const event = (date: string, description = 'On its way'): TrackingEventCommand => ({
  date,
  description,
  city: 'Rio',
  state: 'RJ',
})
const status = (changes: Partial<TrackingStatusCommand> = {}): TrackingStatusCommand => ({
  isDelivered: false,
  deliveredDate: null,
  events: [],
  ...changes,
})
const shipped = somePackage({ trackingNumber: 'AA1' })
const world = (stored = shipped): World =>
  new World(someOrder({ status: 'invoiced', packages: [stored] }))
const shown = (of: World): string[] =>
  (of.oms.peek(ID).packages[0].courierStatus?.events ?? []).map(
    ({ dateText, description }) => `${new Date(dateText).toISOString()} ${description}`
  )

describe('tracking status', () => {
  it('sends only what is not recorded yet, oldest first', async () => {
    const here = world()
    const first = event('2026-03-09T10:00:00Z', 'Posted')
    const second = event('2026-03-10T10:00:00-01:00', 'In transit')
    await updateTrackingStatus(here.ports(), ID, NUMBER, status({ events: [first] }), [])
    const result = await updateTrackingStatus(
      here.ports(),
      ID,
      NUMBER,
      status({ events: [second, { ...first, date: '2026-03-09T07:00:00-03:00' }] }),
      []
    )
    expect(result.outcome).toBe('APPLIED')
    const bodies = here.oms.bodies<OutgoingTrackingStatus>('updateTrackingStatus')
    expect(bodies.map(({ events }) => events.map(({ description }) => description))).toEqual([
      ['Posted'],
      ['In transit'],
    ])
    expect(shown(here)).toHaveLength(2)
  })

  it('waits for a delivery that it was told already, with or without its date, and sends it once', async () => {
    for (const deliveredDate of [null, '2026-03-10T10:00:00Z']) {
      const here = world()
      here.oms.applyDelayMs = 60_000
      const delivered = status({ deliveredDate, isDelivered: true })
      for (let call = 1; call <= 2; call += 1) {
        const { outcome } = await updateTrackingStatus(here.ports(), ID, NUMBER, delivered, [])
        expect(outcome).toBe('ACCEPTED')
      }
      expect(here.oms.bodies('updateTrackingStatus')).toHaveLength(1)
    }
  })

  it('is not known where the journal can neither be written nor be taken back', async () => {
    const here = world()
    const ports = here.ports()
    const failing = async () => {
      throw new Fault({ kind: 'unknown', upstream: 'VBASE', operation: 'Journal' })
    }
    const journals = { ...ports.journals, update: failing, updateDecided: failing }
    const told = status({ events: [event('2026-03-09T10:00:00Z')] })
    const result = await updateTrackingStatus({ ...ports, journals }, ID, NUMBER, told, [])
    expect(result).toMatchObject({
      outcome: 'UNKNOWN',
      problems: [{ code: 'OMS_OUTCOME_UNKNOWN' }],
      view: { order: { orderId: ID } },
      invoice: { invoiceNumber: NUMBER },
    })
    expect(here.oms.bodies('updateTrackingStatus')).toEqual([])
  })

  it('says EVENTS_ALL_KNOWN with ALREADY_APPLIED', async () => {
    const here = world()
    const command = status({ events: [event('2026-03-09T10:00:00Z')] })
    await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    const again = await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect(codes(again.problems)).toEqual(['EVENTS_ALL_KNOWN'])
    expect(here.oms.bodies('updateTrackingStatus')).toHaveLength(1)
  })

  it('an accepted event that does not show yet does not go twice', async () => {
    const here = world()
    here.oms.applyDelayMs = 30_000
    const command = status({ events: [event('2026-03-09T10:00:00Z')] })
    const first = await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    const again = await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    expect([first.outcome, again.outcome]).toEqual(['ACCEPTED', 'ACCEPTED'])
    expect(here.oms.bodies('updateTrackingStatus')).toHaveLength(1)
    here.clock.advance(30_000)
    expect(shown(here)).toHaveLength(1)
  })

  it('dates a delivery by its newest event', async () => {
    const here = world()
    const command = status({
      isDelivered: true,
      events: [event('2026-03-10T10:00:30Z'), event('2026-03-09T10:00:00Z')],
    })
    const result = await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    expect(result.view?.stage).toBe('DELIVERED')
    expect(here.oms.peek(ID).packages[0].courierStatus?.deliveredDate).toBe('2026-03-10T10:00:30Z')
  })

  it('knows a corrected delivery date by nothing but the date', async () => {
    const delivered = {
      status: 'ok',
      finished: true,
      deliveredDate: moment('2026-03-10T10:00:00Z'),
      events: [],
    }
    const correction = status({ isDelivered: true, deliveredDate: '2026-03-09T10:00:00Z' })
    const send = (here: World) => updateTrackingStatus(here.ports(), ID, NUMBER, correction, [])
    const lost = world({ ...shipped, courierStatus: delivered })
    lost.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' })
    expect((await send(lost)).outcome).toBe('UNKNOWN')
    expect((await send(lost)).outcome).toBe('APPLIED')
    expect((await send(lost)).outcome).toBe('ALREADY_APPLIED')
    const slow = world({ ...shipped, courierStatus: delivered })
    slow.oms.applyDelayMs = 30_000
    expect((await send(slow)).outcome).toBe('ACCEPTED')
  })

  it('asks before a delivery is taken back, and lets late news through', async () => {
    const here = world()
    await updateTrackingStatus(
      here.ports(),
      ID,
      NUMBER,
      status({ isDelivered: true, deliveredDate: '2026-03-10T10:00:00Z' }),
      []
    )
    const late = await updateTrackingStatus(
      here.ports(),
      ID,
      NUMBER,
      status({ events: [event('2026-03-09T10:00:00Z')] }),
      []
    )
    expect(late.outcome).toBe('APPLIED')
    expect(here.oms.peek(ID).packages[0].courierStatus).toMatchObject({
      finished: true,
      deliveredDate: '2026-03-10T10:00:00Z',
    })
    const back = status({ events: [event('2026-03-10T11:00:00Z', 'Returned')] })
    const refused = await updateTrackingStatus(here.ports(), ID, NUMBER, back, [])
    expect(codes(refused.problems)).toEqual(['DELIVERED_ALREADY'])
    const accepted = await updateTrackingStatus(here.ports(), ID, NUMBER, back, [
      'DELIVERED_ALREADY',
    ])
    expect(accepted.outcome).toBe('APPLIED')
    expect(here.oms.peek(ID).packages[0].courierStatus?.finished).toBe(false)
  })

  it('gives up taking a delivery back where OMS lets none be taken back', async () => {
    const here = world()
    here.oms.readings = { ...here.oms.readings, reopening: 'sticky' }
    const send = (changes: Partial<TrackingStatusCommand>) =>
      updateTrackingStatus(here.ports(), ID, NUMBER, status(changes), ['DELIVERED_ALREADY'])
    await send({ isDelivered: true, events: [event('2026-03-09T10:00:00Z', 'Delivered')] })
    expect((await send({ isDelivered: false })).outcome).toBe('ACCEPTED')
    here.clock.advance(120_000)
    const sentBefore = here.oms.sent.length
    const before = here.clock.now()
    const late = event('2026-03-09T09:00:00Z', 'Posted')
    expect((await send({ isDelivered: true, events: [late] })).outcome).toBe('APPLIED')
    expect(here.oms.sent.slice(sentBefore).map(({ call }) => call)).toEqual([
      'get',
      'updateTrackingStatus',
      'get',
    ])
    expect(here.clock.now() - before).toBeLessThan(1_000)
    expect(here.journal(ID).tracking).toEqual([])
  })

  it('refuses without tracking number, with wrong dates, empty texts and unknown numbers', async () => {
    const bare = world(somePackage())
    const one = await updateTrackingStatus(
      bare.ports(),
      ID,
      NUMBER,
      status({ isDelivered: true }),
      []
    )
    expect(codes(one.problems)).toEqual(['TRACKING_NUMBER_MISSING'])
    const here = world()
    const wrong = status({
      events: [
        event('2026-03-09'),
        event('2026-03-10T12:05:01Z'),
        { ...event('2026-03-09T10:00:00Z'), description: ' ' },
      ],
    })
    const two = await updateTrackingStatus(here.ports(), ID, NUMBER, wrong, [])
    expect(two.problems.map(({ code, field }) => [code, ...field])).toEqual([
      ['DATE_INVALID', 'status', 'events', '0', 'date'],
      ['DATE_IN_FUTURE', 'status', 'events', '1', 'date'],
      ['TRACKING_EMPTY', 'status', 'events', '2', 'description'],
    ])
    const three = await updateTrackingStatus(here.ports(), ID, 'NF-9', status(), [])
    expect(three.problems[0]).toMatchObject({
      code: 'INVOICE_NOT_FOUND',
      facts: [{ name: 'invoiceNumbers', value: 'NF-1' }],
    })
  })

  it('gives up what OMS takes again and again and never shows', async () => {
    const here = world()
    here.oms.readings = { repost: 'replaces', events: 'hide' }
    const posted = status({ events: [event('2026-03-09T10:00:00Z', 'Posted')] })
    const { outcome } = await updateTrackingStatus(here.ports(), ID, NUMBER, posted, [])
    expect(outcome).toBe('ACCEPTED')
    const sent = () => here.oms.bodies('updateTrackingStatus').length
    const courier = { trackingNumber: null, trackingUrl: null, dispatchedDate: null }
    const edit = (name: string) =>
      updatePartialInvoice(here.ports(), ID, NUMBER, { ...courier, courier: name }, [])
    for (const name of ['A', 'B', 'C', 'D']) {
      here.clock.advance(130_000)
      await edit(name)
    }
    const before = sent()
    here.clock.advance(130_000)
    await edit('E')
    expect(sent()).toBe(before)
    expect(here.journal(ID).tracking).toEqual([])
    expect(here.journal(ID).activity.map(({ summary }) => summary)).toContain(
      'tracking history given up: OMS took it and does not show it'
    )
  })

  it('takes a date that no read can give back for no date, and sends nothing', async () => {
    const here = world()
    const none = [event('0001-01-01T00:00:00Z'), event('1899-12-31T23:59:59Z')]
    const dated = status({ isDelivered: true, deliveredDate: '0001-01-01T00:00:00Z', events: none })
    const result = await updateTrackingStatus(here.ports(), ID, NUMBER, dated, [])
    expect(result.problems.map(({ code, field }) => [code, ...field])).toEqual([
      ['DATE_INVALID', 'status', 'events', '0', 'date'],
      ['DATE_INVALID', 'status', 'events', '1', 'date'],
      ['DATE_INVALID', 'status', 'deliveredDate'],
    ])
    expect(here.oms.bodies('updateTrackingStatus')).toEqual([])
  })

  it('counts a tracking number that OMS has accepted and does not show yet', async () => {
    const here = world(somePackage())
    here.oms.applyDelayMs = 20_000
    const number = { trackingNumber: 'AA1', trackingUrl: null, courier: null, dispatchedDate: null }
    await updatePartialInvoice(here.ports(), ID, NUMBER, number, [])
    const command = status({ events: [event('2026-03-09T10:00:00Z')] })
    const result = await updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    expect(result).toMatchObject({ outcome: 'ACCEPTED', problems: [] })
  })

  it('is of the sale where a return bears the same number', async () => {
    const sale = someOrder({
      status: 'invoiced',
      packages: [somePackage({ type: 'INPUT' }), shipped],
    })
    const here = new World(sale)
    const command = status({ events: [event('2026-03-09T10:00:00Z')] })
    const send = () => updateTrackingStatus(here.ports(), ID, NUMBER, command, [])
    expect(await send()).toMatchObject({ outcome: 'APPLIED', invoice: { type: 'OUTPUT' } })
    expect((await send()).outcome).toBe('ALREADY_APPLIED')
  })

  it('a kill after the PUT, where OMS replaces the list, loses nothing', async () => {
    const here = world()
    here.oms.readings = { repost: 'replaces', events: 'replace' }
    await updateTrackingStatus(
      here.ports(),
      ID,
      NUMBER,
      status({ events: [event('2026-03-08T10:00:00Z', 'Posted')] }),
      []
    )
    const ports = here.ports()
    const killed = {
      ...ports,
      orders: Object.assign(Object.create(here.oms) as typeof here.oms, {
        updateTrackingStatus: async (...args: Parameters<typeof here.oms.updateTrackingStatus>) => {
          await here.oms.updateTrackingStatus(...args)
          throw new Killed('killed')
        },
      }),
    }
    await expect(
      updateTrackingStatus(
        killed,
        ID,
        NUMBER,
        status({ events: [event('2026-03-09T10:00:00Z', 'In transit')] }),
        []
      )
    ).rejects.toThrow(Killed)
    here.releaseDeadClaims()
    expect(shown(here)).toHaveLength(1)
    const third = status({ events: [event('2026-03-10T10:00:00Z', 'Out for delivery')] })
    await updateTrackingStatus(here.ports(), ID, NUMBER, third, [])
    expect(shown(here).map((one) => one.split(' ').slice(1).join(' '))).toEqual([
      'Out for delivery',
      'In transit',
      'Posted',
    ])
  })
})
