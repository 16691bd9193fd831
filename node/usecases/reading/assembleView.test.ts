import { NO_PARCELS, withTold } from '../../domain/carriers/orderParcels'
import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { someIntent } from '../../domain/testing/someIntent'
import { NOW_MS, someParcel, way } from '../../domain/testing/someParcel'
import { DEFAULT_SETTINGS } from '../../domain/values/settings'
import type { ActivityEntry, Journal } from '../ports'
import { moment, someOrder, somePackage } from '../testing/someOrder'
import { assembleView } from './assembleView'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const LONG_AGO = moment('2026-03-10T10:00:00Z')
const JUST_NOW = moment('2026-03-10T11:30:00Z')

const entry = (changes: Partial<ActivityEntry> = {}): ActivityEntry => ({
  at: LONG_AGO,
  actor: 'ana',
  operation: 'NOTIFY_INVOICE',
  invoiceNumber: 'NF-1',
  outcome: 'APPLIED',
  receipt: null,
  summary: '',
  ...changes,
})
/** An order that OMS has not moved on although its invoice is stored. */
const isStuck = (journal: Partial<Journal>): boolean =>
  assembleView(someOrder({ status: 'handling', packages: [somePackage()], lastChange: LONG_AGO }), {
    journal: { ...EMPTY_JOURNAL, ...journal },
    settings: DEFAULT_SETTINGS,
    changes: null,
    rights: new Set(),
    nowMs: NOW,
  }).attention.some(({ code }) => code === 'ORDER_STUCK')

describe('an order whose invoice does not move it on', () => {
  it('is stuck an hour after the last invoice went out, by whatever outcome says that one did', () => {
    expect(isStuck({})).toBe(true)
    expect(isStuck({ activity: [entry({ at: JUST_NOW })] })).toBe(false)
    expect(isStuck({ activity: [entry({ at: JUST_NOW, outcome: 'ACCEPTED' })] })).toBe(false)
    expect(isStuck({ activity: [entry({ at: JUST_NOW }), entry()] })).toBe(false)
  })

  it.each(['ALREADY_APPLIED', 'REFUSED', 'FAILED', 'UNKNOWN'] as const)(
    'counts no send that ended %s',
    (outcome) => expect(isStuck({ activity: [entry({ at: JUST_NOW, outcome })] })).toBe(true)
  )

  it.each(['START_HANDLING', 'UPDATE_PARTIAL_INVOICE', 'UPDATE_TRACKING_STATUS'] as const)(
    'counts no other write: %s',
    (operation) => expect(isStuck({ activity: [entry({ at: JUST_NOW, operation })] })).toBe(true)
  )

  it('takes the moment of an invoice that is on its way from its intent', () => {
    const activity = [entry({ at: JUST_NOW, invoiceNumber: 'NF-2' })]
    expect(isStuck({ activity })).toBe(false)
    expect(isStuck({ activity, intents: [someIntent({ sentAt: LONG_AGO })] })).toBe(true)
    expect(isStuck({ intents: [someIntent({ sentAt: JUST_NOW })] })).toBe(false)
  })
})

describe('what carriers told of an order', () => {
  const order = someOrder({
    status: 'invoiced',
    packages: [
      somePackage({ invoiceNumber: 'NF-1', trackingNumber: 'A1' }),
      somePackage({ invoiceNumber: 'NF-2', trackingNumber: 'B2' }),
      somePackage({ invoiceNumber: 'R-1', type: 'INPUT', trackingNumber: 'A1' }),
    ],
  })
  const lost = someParcel({ trackingNumber: 'A1', events: way('IN_TRANSIT', 'LOST') })
  const view = (parcels = NO_PARCELS) =>
    assembleView(order, {
      journal: EMPTY_JOURNAL,
      settings: DEFAULT_SETTINGS,
      changes: null,
      rights: new Set(),
      nowMs: NOW_MS,
      parcels,
    })
  const lostCodes = (parcels = NO_PARCELS) =>
    view(parcels).attention.filter(({ code }) => code === 'TRACKING_LOST')

  it('is a shipment of the invoice that it was told of, and wants attention with the rest', () => {
    const told = withTold(NO_PARCELS, 'NF-1', [{ from: 'm', reports: [lost] }])
    expect(view(told).shipments).toMatchObject([
      { invoiceNumber: 'NF-1', state: 'LOST' },
      { invoiceNumber: 'NF-2', state: null },
    ])
    expect(lostCodes(told)).toHaveLength(1)
    expect(view(told).attention).toEqual(expect.arrayContaining([...view().attention]))
  })

  it('is no state of any invoice where nothing was told', () => {
    expect(view().shipments.map(({ state }) => state)).toEqual([null, null])
    expect(lostCodes()).toEqual([])
  })
})
