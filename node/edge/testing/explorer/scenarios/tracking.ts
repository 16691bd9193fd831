import { moment, someOrder, somePackage } from '../../../../usecases/testing/someOrder'
import { edit, events, ID, invoice, scans } from '../calls'
import { sends, waits, type Scenario } from '../scenario'
import { invoiced } from './orders'

const SIX_HOURS_MS = 6 * 3_600_000
const DISPATCH = edit('NF-1', { trackingNumber: 'AA1', dispatchedDate: '2026-03-10T10:00:00Z' })

export const TRACKING: readonly Scenario[] = [
  {
    name: 'an invoice, and its dispatch by another caller',
    rows: [2],
    orders: () => [someOrder()],
    settings: [
      { startsMs: { B: 900 }, applyDelayMs: 800 },
      { startsMs: { B: 2_000 }, applyDelayMs: 3_500 },
    ],
    scripts: [
      { caller: 'A', acts: [sends(invoice({ invoiceNumber: 'NF-1' }))] },
      { caller: 'B', acts: [sends(DISPATCH)] },
    ],
    later: [scans('NF-1', [11])],
  },
  {
    name: 'two dispatches of one invoice',
    rows: [7],
    orders: () => [invoiced()],
    settings: [{}, { startsMs: { B: 1 }, applyDelayMs: 1_000 }],
    scripts: [
      { caller: 'A', acts: [sends(DISPATCH)] },
      { caller: 'B', acts: [sends(edit('NF-1', { courier: 'Sedex' }))] },
    ],
    later: [scans('NF-1', [11])],
  },
  {
    name: 'two lists of scans',
    rows: [7],
    orders: () => [invoiced()],
    settings: [{ startsMs: { B: 1 }, applyDelayMs: 1_000 }, {}],
    scripts: [
      { caller: 'A', acts: [sends(scans('NF-1', [8, 9]))] },
      { caller: 'B', acts: [sends(scans('NF-1', [8, 9, 10]))] },
    ],
    later: [scans('NF-1', [8, 9, 10])],
  },
  {
    name: 'a lost list of scans, then a longer one',
    rows: [4],
    orders: () => [invoiced()],
    settings: [{}, { applyDelayMs: 1_000 }],
    prepare: ({ oms }) => void oms.oms.fail({ call: 'updateTrackingStatus', kind: 'unknown' }),
    scripts: [
      { caller: 'A', acts: [sends(scans('NF-1', [8, 9]))] },
      { caller: 'B', acts: [waits(26_000), sends(scans('NF-1', [8, 9, 10]))] },
    ],
    later: [scans('NF-1', [8, 9, 10])],
  },
  {
    name: 'a delivery that OMS refuses, beside a scan',
    rows: [3],
    orders: () => [invoiced()],
    settings: [{ startsMs: { B: 1 } }, { startsMs: { B: 500 } }, { startsMs: { B: 130_000 } }],
    prepare: ({ oms }) =>
      void oms.oms.fail({ call: 'updateTrackingStatus', kind: 'rejected', status: 400 }),
    scripts: [
      { caller: 'A', acts: [sends(scans('NF-1', [8], true))] },
      // From before the delivery: it leaves a delivery as it is.
      { caller: 'B', acts: [sends(scans('NF-1', [7]))] },
    ],
    later: [edit('NF-1', { courier: 'Sedex' })],
  },
  {
    name: 'a carrier that repeats its history, before an OMS without milliseconds',
    rows: [6],
    isCalm: true,
    orders: () => [invoiced()],
    settings: [{ keepsMilliseconds: false }],
    scripts: [
      {
        caller: 'A',
        acts: [1, 2, 3, 4].flatMap(() => [
          sends(events('NF-1', ['2026-03-10T08:00:00.123Z', '2026-03-10T09:00:00.456Z'])),
          waits(SIX_HOURS_MS),
        ]),
      },
    ],
    later: [],
  },
  {
    name: 'a known scan after the delivery',
    rows: [12],
    isCalm: true,
    orders: () => [invoiced()],
    settings: [{}],
    scripts: [
      {
        caller: 'A',
        acts: [sends(scans('NF-1', [8])), sends(scans('NF-1', [9], true))],
      },
    ],
    later: [scans('NF-1', [8])],
    endsWith: (answers) => {
      const { outcome } = answers[answers.length - 1].result
      return outcome === 'ALREADY_APPLIED' ? null : `a known scan is answered ${outcome}`
    },
  },
  {
    name: 'five hundred scans',
    rows: [7],
    isCalm: true,
    orders: () => [
      someOrder({ status: 'invoiced', packages: [somePackage({ trackingNumber: 'AA1' })] }),
    ],
    settings: [{}],
    prepare: (world) => world.keepJournal(ID, longJournal()),
    scripts: [{ caller: 'A', acts: [sends(scans('NF-1', [8])), sends(scans('NF-1', [9]))] }],
    later: [],
    endsWith: (_answers, world) =>
      world.journal(ID).activity.some(({ operation }) => operation === 'NOTIFY_INVOICE')
        ? null
        : 'the entry of the invoice gave way to scans',
  },
]

function longJournal(): object {
  const entry = (hour: number, operation: string): object => ({
    operation,
    at: moment(new Date(Date.parse('2026-02-01T00:00:00Z') + hour * 3_600_000).toISOString()),
    actor: 'carrier',
    invoiceNumber: 'NF-1',
    outcome: 'APPLIED',
    receipt: null,
    summary: 'kept',
  })
  const tracking = Array.from({ length: 499 }, (_, hour) =>
    entry(hour + 1, 'UPDATE_TRACKING_STATUS')
  )
  return { intents: [], invoices: [], activity: [entry(0, 'NOTIFY_INVOICE'), ...tracking] }
}
