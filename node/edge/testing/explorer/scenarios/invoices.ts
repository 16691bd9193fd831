import { someOutgoing } from '../../../../domain/testing/someOutgoing'
import { moment, someItem, someOrder } from '../../../../usecases/testing/someOrder'
import { handling, ID, invoice, replacing, edit, scans } from '../calls'
import { posts, sends, waits, type Scenario, type Setting } from '../scenario'
import { invoiced } from './orders'

const FIRST = invoice({ invoiceNumber: 'NF-1', invoiceValue: 4_600, items: [] })
const SECOND = invoice({ invoiceNumber: 'NF-2', invoiceValue: 6_900, items: [] })
const LOOK = invoice({ invoiceNumber: 'NF-9', invoiceValue: 100, items: [] })

const KEY = '35260312345678000195550010006437971234567890'

/** Who comes when, times how long OMS takes to show. */
const TOGETHER: readonly Setting[] = [
  { startsMs: { B: 800 }, applyDelayMs: 1_000 },
  {},
  { startsMs: { B: 1 }, applyDelayMs: 1_000 },
  { startsMs: { B: 800 }, applyDelayMs: 3_500, namesEtags: true },
  { startsMs: { B: 15_500 }, applyDelayMs: 20_000 },
]

export const INVOICES: readonly Scenario[] = [
  {
    name: 'the same invoice by two callers',
    rows: [1],
    orders: () => [someOrder()],
    settings: TOGETHER,
    scripts: [
      { caller: 'A', acts: [sends(FIRST)] },
      { caller: 'B', acts: [sends(FIRST)] },
    ],
    later: [FIRST],
  },
  {
    name: 'the same invoice again when it is given up',
    rows: [11],
    orders: () => [someOrder()],
    settings: [
      { startsMs: { B: 120_000 }, applyDelayMs: 119_000 },
      { startsMs: { B: 131_000 }, applyDelayMs: 119_000 },
      // Around the moment from which a send that nobody saw end may go again.
      { startsMs: { B: 136_500 }, applyDelayMs: 119_500 },
      { startsMs: { B: 140_000 }, applyDelayMs: 119_500 },
    ],
    scripts: [
      { caller: 'A', acts: [sends(FIRST)] },
      { caller: 'B', acts: [sends(FIRST)] },
    ],
    later: [FIRST],
  },
  {
    name: 'two partials of one remainder',
    rows: [],
    orders: () => [someOrder()],
    settings: TOGETHER,
    scripts: [
      { caller: 'A', acts: [sends(FIRST)] },
      { caller: 'B', acts: [sends(SECOND)] },
    ],
    later: [FIRST, SECOND],
  },
  {
    name: 'three partials that do not fit together',
    rows: [],
    orders: () => [someOrder()],
    settings: TOGETHER.slice(0, 3),
    scripts: ['A', 'B', 'C'].map((caller) => ({
      caller,
      acts: [sends(invoice({ invoiceNumber: `NF-${caller}`, items: [someItem({ id: '101' })] }))],
    })),
    later: [LOOK],
  },
  {
    name: 'one document under two numbers',
    rows: [8],
    orders: () => [someOrder()],
    settings: TOGETHER.slice(0, 2),
    scripts: ['643797', '000643797'].map((invoiceNumber, index) => ({
      caller: 'AB'[index],
      acts: [sends(invoice({ invoiceNumber, invoiceKey: KEY, invoiceValue: 4_600, items: [] }))],
    })),
    later: [LOOK],
  },
  {
    name: 'a lost POST and an ERP with the same number',
    rows: [5],
    orders: () => [someOrder()],
    settings: [{ startsMs: { ERP: 100 } }, { startsMs: { ERP: 9_000 } }],
    prepare: ({ oms }) => void oms.oms.fail({ call: 'notifyInvoice', kind: 'unknown' }),
    scripts: [
      { caller: 'A', acts: [sends(invoice({ invoiceNumber: 'NF-1' }))] },
      {
        caller: 'ERP',
        acts: [
          posts(ID, someOutgoing({ issuanceDate: moment('2026-03-10T11:00:00Z'), items: [] })),
        ],
      },
    ],
    later: [scans('NF-1', [9])],
  },
  {
    name: 'a replacement beside tracking',
    rows: [],
    orders: () => [invoiced()],
    settings: [{}, { startsMs: { B: 1 }, applyDelayMs: 1_000 }],
    scripts: [
      { caller: 'A', acts: [sends(replacing({ invoiceNumber: 'NF-1', courier: 'Jadlog' }))] },
      { caller: 'B', acts: [sends(scans('NF-1', [9]))] },
    ],
    later: [edit('NF-1', { courier: 'Sedex' })],
  },
  {
    name: 'a receipt that is never applied',
    rows: [10],
    isCalm: true,
    orders: () => [someOrder()],
    settings: [{ applyDelayMs: Infinity }],
    scripts: [{ caller: 'A', acts: [sends(FIRST), waits(3_600_000)] }],
    later: [],
    endsWith: (_answers, world) => world.attentionNames(ID, 'NF-1'),
  },
  {
    name: 'two who start handling',
    rows: [7],
    orders: () => [someOrder({ status: 'ready-for-handling' })],
    settings: TOGETHER.slice(0, 2),
    scripts: ['A', 'B'].map((caller) => ({ caller, acts: [sends(handling())] })),
    later: [handling()],
  },
]
