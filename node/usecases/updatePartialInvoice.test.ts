import type { TrackingCommand } from '../domain/invoice/command'
import type { OutgoingTracking } from '../domain/package/outgoing'
import { packageVersion } from '../domain/package/packageVersion'
import type { ProblemCode } from '../domain/problem/problem'
import { notifyInvoice } from './notifyInvoice'
import { moment, someInvoice, someOrder, somePackage } from './testing/someOrder'
import { World } from './testing/world'
import { updatePartialInvoice } from './updatePartialInvoice'
import { updateTrackingStatus } from './updateTrackingStatus'

const ID = '1400-01'
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code)
const tracking = (changes: Partial<TrackingCommand> = {}): TrackingCommand => ({
  trackingNumber: null,
  trackingUrl: null,
  courier: null,
  dispatchedDate: null,
  ...changes,
})
const world = (changes = {}): World =>
  new World(someOrder({ status: 'invoiced', packages: [somePackage(changes)] }))

describe('tracking of an invoice', () => {
  it('sends the given fields and nothing but those', async () => {
    const here = world({ invoiceUrl: 'https://store.com/1' })
    const given = tracking({ trackingNumber: 'AA1', courier: 'Correios' })
    const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(result).toMatchObject({
      outcome: 'APPLIED',
      invoice: { trackingNumber: 'AA1', invoiceUrl: 'https://store.com/1' },
    })
    expect(here.oms.bodies('updatePartialInvoice')).toEqual([
      { trackingNumber: 'AA1', courier: 'Correios' },
    ])
    expect(here.oms.sent.map(({ call }) => call)).toEqual(['get', 'updatePartialInvoice', 'get'])
  })

  it('sends nothing where OMS holds it already', async () => {
    const here = world({ trackingNumber: 'AA1' })
    const result = await updatePartialInvoice(
      here.ports(),
      ID,
      'NF-1',
      tracking({ trackingNumber: ' AA1 ' }),
      []
    )
    expect(result.outcome).toBe('ALREADY_APPLIED')
    expect(here.oms.bodies('updatePartialInvoice')).toEqual([])
  })

  it('sends nothing again that OMS took and does not show yet, as an edit or inside the invoice', async () => {
    const edited = world()
    edited.oms.applyDelayMs = 30_000
    const given = tracking({ trackingNumber: 'AA1', dispatchedDate: '2026-03-10T10:00:00Z' })
    const send = (here: World, more = {}) =>
      updatePartialInvoice(here.ports(), ID, 'NF-1', { ...given, ...more }, [])
    const invoiced = new World(someOrder())
    invoiced.oms.applyDelayMs = 30_000
    await notifyInvoice(invoiced.ports(), ID, someInvoice(given), [], null)
    for (const here of [edited, invoiced]) {
      expect((await send(here)).outcome).toBe('ACCEPTED')
      const sent = here.oms.committed.length
      expect((await send(here)).outcome).toBe('ACCEPTED')
      expect(here.oms.committed).toHaveLength(sent)
    }
    // Other content is another matter.
    expect((await send(edited, { courier: 'Correios' })).outcome).toBe('ACCEPTED')
    expect(edited.oms.committed).toHaveLength(2)
    expect(codes((await send(invoiced, { courier: 'Correios' })).problems)).toEqual(['IN_PROGRESS'])
  })

  it('asks before another number is replaced', async () => {
    const here = world({ trackingNumber: 'AA1' })
    const given = tracking({ trackingNumber: 'BB2' })
    const refused = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(refused.problems).toEqual([
      expect.objectContaining({
        code: 'TRACKING_REPLACES',
        severity: 'WARNING',
        facts: [{ name: 'stored', value: 'AA1' }],
      }),
    ])
    const accepted = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [
      'TRACKING_REPLACES',
    ])
    expect(accepted.outcome).toBe('APPLIED')
  })

  it('adds stored values once where OMS names a missing field', async () => {
    const here = world({ trackingNumber: 'AA1', courier: 'Correios' })
    here.oms.fail({
      call: 'updatePartialInvoice',
      kind: 'rejected',
      status: 422,
      message: 'The courier field is required',
    })
    const given = tracking({ trackingUrl: 'https://track.example/AA1' })
    const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(result.outcome).toBe('APPLIED')
    expect(here.oms.bodies<OutgoingTracking>('updatePartialInvoice')).toEqual([
      { trackingUrl: 'https://track.example/AA1' },
      { trackingNumber: 'AA1', trackingUrl: 'https://track.example/AA1', courier: 'Correios' },
    ])
  })

  it('sends nothing a second time where the order is not its own any more', async () => {
    const here = world({ trackingNumber: 'AA1', courier: 'Correios' })
    const ports = here.ports()
    const rejection = { status: 422, message: 'The courier field is required' }
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'rejected', ...rejection })
    const orders = Object.assign(Object.create(here.oms) as typeof here.oms, {
      updatePartialInvoice: (...args: Parameters<typeof here.oms.updatePartialInvoice>) => {
        // The answer took longer than the lease: whoever holds the order now may have written a courier.
        here.claimIsLost = true
        return here.oms.updatePartialInvoice(...args)
      },
    })
    const given = tracking({ trackingUrl: 'https://track.example/AA1' })
    const result = await updatePartialInvoice({ ...ports, orders }, ID, 'NF-1', given, [])
    expect([result.outcome, codes(result.problems)]).toEqual(['FAILED', ['OMS_REJECTED']])
    expect(here.oms.bodies('updatePartialInvoice')).toHaveLength(1)
    expect(here.journal(ID).edits).toEqual([])
  })

  it.each(['Tracking number is required', 'missing tracking_number', 'TRACKINGNUMBER'])(
    'understands which field OMS misses by %p',
    async (message) => {
      const here = world({ trackingNumber: 'AA1' })
      here.oms.fail({ call: 'updatePartialInvoice', kind: 'rejected', status: 400, message })
      const given = tracking({ courier: 'Correios' })
      const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
      expect(result.outcome).toBe('APPLIED')
    }
  )

  it('sends dispatchedDate null only where our record shows that there never was one', async () => {
    const here = new World(someOrder())
    await notifyInvoice(here.ports(), ID, someInvoice(), [], null)
    here.oms.fail({
      call: 'updatePartialInvoice',
      kind: 'rejected',
      status: 400,
      message: 'dispatchedDate is missing',
    })
    await updatePartialInvoice(here.ports(), ID, 'NF-1', tracking({ trackingNumber: 'AA1' }), [])
    expect(here.oms.bodies<OutgoingTracking>('updatePartialInvoice')[1]).toEqual({
      trackingNumber: 'AA1',
      trackingUrl: null,
      courier: null,
      dispatchedDate: null,
    })
    const foreign = world()
    foreign.oms.fail({
      call: 'updatePartialInvoice',
      kind: 'rejected',
      status: 400,
      message: 'dispatchedDate is missing',
    })
    const result = await updatePartialInvoice(
      foreign.ports(),
      ID,
      'NF-1',
      tracking({ trackingNumber: 'AA1' }),
      []
    )
    expect(result.outcome).toBe('FAILED')
    expect(foreign.oms.bodies('updatePartialInvoice')).toHaveLength(1)
  })

  it('keeps a dispatch date, and holds deliveries against it', async () => {
    const here = world({ trackingNumber: 'AA1' })
    const given = tracking({ dispatchedDate: '2026-03-10T08:00:00Z' })
    const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(result.outcome).toBe('APPLIED')
    const again = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(again.outcome).toBe('ALREADY_APPLIED')
    const early = { isDelivered: true, deliveredDate: '2026-03-10T07:00:00Z', events: [] }
    const refused = await updateTrackingStatus(here.ports(), ID, 'NF-1', early, [])
    expect(refused.problems[0]).toMatchObject({
      code: 'DELIVERED_BEFORE_DISPATCH',
      severity: 'ERROR',
      field: ['status', 'deliveredDate'],
      facts: [{ name: 'dispatchedDate', value: '2026-03-10T08:00:00Z' }],
    })
  })

  it('takes a dispatch date back that OMS refused', async () => {
    const here = world({ trackingNumber: 'AA1' })
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'rejected', status: 409, message: 'no' })
    await updatePartialInvoice(
      here.ports(),
      ID,
      'NF-1',
      tracking({ dispatchedDate: '2026-03-10T08:00:00Z' }),
      []
    )
    expect(here.journal(ID).invoices).toEqual([])
  })

  it('judges texts, links and dates with their fields', async () => {
    const here = world()
    const given = {
      trackingNumber: ' ',
      trackingUrl: 'javascript:alert(1)',
      courier: 'x'.repeat(201),
      dispatchedDate: '2026-03-10',
    }
    const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])
    expect(result.problems.map(({ code, field }) => [code, ...field])).toEqual([
      ['TRACKING_EMPTY', 'tracking', 'trackingNumber'],
      ['URL_INVALID', 'tracking', 'trackingUrl'],
      ['TEXT_TOO_LONG', 'tracking', 'courier'],
      ['DATE_INVALID', 'tracking', 'dispatchedDate'],
    ])
    const nothing = await updatePartialInvoice(here.ports(), ID, 'NF-1', tracking(), [])
    expect(codes(nothing.problems)).toEqual(['TRACKING_EMPTY'])
  })

  it('refuses what cannot be found by its number', async () => {
    const twins = new World(
      someOrder({
        status: 'invoiced',
        packages: [somePackage(), somePackage({ invoiceValue: somePackage().invoiceValue })],
      })
    )
    const given = tracking({ trackingNumber: 'AA1' })
    expect(
      (await updatePartialInvoice(twins.ports(), ID, 'NF-1', given, [])).problems[0]
    ).toMatchObject({
      code: 'INVOICE_AMBIGUOUS',
      facts: [{ name: 'count', value: '2' }],
    })
    const unsafe = world({ invoiceNumber: 'NF 1/2' })
    expect(
      (await updatePartialInvoice(unsafe.ports(), ID, 'NF 1/2', given, [])).problems[0]
    ).toMatchObject({
      code: 'INVOICE_NUMBER_UNSAFE',
      field: ['invoiceNumber'],
    })
  })

  it('waits for an invoice that OMS has accepted and does not show yet', async () => {
    const here = new World(someOrder())
    here.oms.applyDelayMs = 20_000
    await notifyInvoice(
      here.ports(),
      ID,
      someInvoice({ issuanceDate: moment('2026-03-10T09:00:00Z') }),
      [],
      null
    )
    const result = await updatePartialInvoice(
      here.ports(),
      ID,
      'NF-1',
      tracking({ trackingNumber: 'AA1' }),
      []
    )
    expect(codes(result.problems)).toEqual(['IN_PROGRESS'])
  })

  it('finds by reading how a lost answer ended', async () => {
    const here = world()
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'unknown', afterCommit: true })
    const given = tracking({ trackingNumber: 'AA1' })
    expect((await updatePartialInvoice(here.ports(), ID, 'NF-1', given, [])).outcome).toBe(
      'APPLIED'
    )
    const other = world()
    other.oms.fail({ call: 'updatePartialInvoice', kind: 'unknown' })
    const lost = await updatePartialInvoice(other.ports(), ID, 'NF-1', given, [])
    expect(lost.outcome).toBe('UNKNOWN')
    expect((await updatePartialInvoice(other.ports(), ID, 'NF-1', given, [])).outcome).toBe(
      'APPLIED'
    )
  })

  it('says of a lost dispatch date that nobody knows, and sends it again when asked again', async () => {
    const here = world({ trackingNumber: 'AA1', courier: 'Correios' })
    const dispatched = tracking({ courier: 'Correios', dispatchedDate: '2026-03-10T08:00:00Z' })
    const send = () => updatePartialInvoice(here.ports(), ID, 'NF-1', dispatched, [])
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'unknown' })
    // The courier was there before: that it shows tells nothing of the rest.
    expect((await send()).outcome).toBe('UNKNOWN')
    expect((await send()).outcome).toBe('APPLIED')
    expect((await send()).outcome).toBe('ALREADY_APPLIED')
    expect(here.oms.bodies('updatePartialInvoice')).toHaveLength(2)
  })

  it('takes no stored value that went out again for an answer', async () => {
    const here = world({ trackingNumber: 'AA1', courier: 'Correios' })
    const missing = { status: 400, message: 'trackingNumber is missing' } as const
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'rejected', ...missing })
    here.oms.fail({ call: 'updatePartialInvoice', kind: 'unknown' })
    const dispatched = tracking({ dispatchedDate: '2026-03-10T08:00:00Z' })
    const result = await updatePartialInvoice(here.ports(), ID, 'NF-1', dispatched, [])
    expect(result.outcome).toBe('UNKNOWN')
  })

  it('that OMS has accepted and does not show yet is not overwritten by a replacement', async () => {
    const here = world()
    const version = packageVersion(here.oms.peek(ID).packages[0])
    here.oms.applyDelayMs = 20_000
    const edit = tracking({ trackingNumber: 'AA1' })
    expect((await updatePartialInvoice(here.ports(), ID, 'NF-1', edit, [])).outcome).toBe(
      'ACCEPTED'
    )
    const change = someInvoice({ invoiceUrl: 'https://store.com/1' })
    const replace = () => notifyInvoice(here.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    expect(codes((await replace()).problems)).toEqual(['IN_PROGRESS'])
    here.clock.advance(20_000)
    expect(codes((await replace()).problems)).toEqual(['INVOICE_CHANGED'])
    expect(here.oms.peek(ID).packages[0].trackingNumber).toBe('AA1')
  })

  it('judges an edit by those that are on their way', async () => {
    const here = world({ trackingNumber: 'AA1' })
    here.oms.applyDelayMs = 20_000
    const edit = (trackingNumber: string, accept: ProblemCode[] = []) =>
      updatePartialInvoice(here.ports(), ID, 'NF-1', tracking({ trackingNumber }), accept)
    expect((await edit('BB2', ['TRACKING_REPLACES'])).outcome).toBe('ACCEPTED')
    const back = await edit('AA1')
    expect(back.problems).toMatchObject([
      { code: 'TRACKING_REPLACES', facts: [{ name: 'stored', value: 'BB2' }] },
    ])
  })

  it('waits for a replacement that OMS has accepted and does not show yet', async () => {
    const here = world()
    const version = packageVersion(here.oms.peek(ID).packages[0])
    here.oms.applyDelayMs = 20_000
    const change = someInvoice({ invoiceUrl: 'https://store.com/1' })
    await notifyInvoice(here.ports(), ID, change, ['REPLACE_LOSES_FIELDS'], version)
    const edit = () =>
      updatePartialInvoice(here.ports(), ID, 'NF-1', tracking({ trackingNumber: 'AA1' }), [])
    expect(codes((await edit()).problems)).toEqual(['IN_PROGRESS'])
    here.clock.advance(20_000)
    expect((await edit()).outcome).toBe('ACCEPTED')
  })
})
