import { someOrder, somePackage } from '../../../../usecases/testing/someOrder'
import { edit, fulfilling, invoice, scans, type Call } from '../calls'
import { sends, type Scenario, type Setting } from '../scenario'
import type { Answer, ExploredWorld } from '../world'

// Made anew for each caller: what became of a call is told by which one it is.
const INVOICE = invoice({ invoiceNumber: 'NF-1' })
const tracked = (): Call =>
  edit('NF-1', { trackingNumber: 'AA1', dispatchedDate: '2026-03-10T07:00:00Z' })
const onItsWay = (): Call => scans('NF-1', [8, 9], true)
const all = (): Call => fulfilling(INVOICE, tracked(), onItsWay())
const GOOD = ['APPLIED', 'ACCEPTED', 'ALREADY_APPLIED']

/** Who comes when, times how long OMS takes to show. */
const TOGETHER: readonly Setting[] = [
  { startsMs: { B: 800 }, applyDelayMs: 1_000 },
  {},
  { startsMs: { B: 1 }, applyDelayMs: 1_000 },
  { startsMs: { B: 2_500 }, applyDelayMs: 1_000, namesEtags: true },
  { startsMs: { B: 900 }, applyDelayMs: 9_000 },
]

export const FULFILLING: readonly Scenario[] = [
  {
    name: 'an order fulfilled by two callers',
    rows: [],
    orders: () => [someOrder()],
    settings: TOGETHER,
    scripts: ['A', 'B'].map((caller) => ({ caller, acts: [sends(all())] })),
    later: [all()],
    endsWith: isFulfilled,
  },
  {
    name: 'fulfil beside the invoice and its scans as single calls',
    rows: [],
    isHeavy: true,
    orders: () => [someOrder()],
    settings: TOGETHER.slice(0, 3),
    scripts: [
      { caller: 'A', acts: [sends(all())] },
      { caller: 'B', acts: [sends(INVOICE), sends(scans('NF-1', [8]))] },
    ],
    later: [all()],
    endsWith: isFulfilled,
  },
  {
    name: 'fulfil of a stored invoice beside an edit of it',
    rows: [],
    orders: () => [someOrder({ status: 'invoiced', packages: [somePackage()] })],
    settings: TOGETHER.slice(0, 3),
    scripts: [
      { caller: 'A', acts: [sends(fulfilling(tracked(), onItsWay()))] },
      { caller: 'B', acts: [sends(edit('NF-1', { courier: 'Sedex' }))] },
    ],
    later: [all()],
    endsWith: isFulfilled,
  },
  {
    name: 'fulfil beside another invoice of the same remainder',
    rows: [],
    isHeavy: true,
    orders: () => [someOrder()],
    settings: TOGETHER.slice(0, 2),
    scripts: [
      { caller: 'A', acts: [sends(fulfilling(part('NF-1', 4_600), tracked(), onItsWay()))] },
      { caller: 'B', acts: [sends(part('NF-2', 6_900))] },
    ],
    later: [fulfilling(part('NF-1', 4_600), tracked(), onItsWay()), part('NF-2', 6_900)],
  },
  {
    name: 'a second step whose answer is lost, then the same call again',
    rows: [],
    orders: () => [someOrder({ status: 'invoiced', packages: [somePackage()] })],
    settings: [{ startsMs: { B: 1 } }, { startsMs: { B: 27_000 }, applyDelayMs: 1_000 }],
    prepare: ({ oms }) => void oms.oms.fail({ call: 'updatePartialInvoice', kind: 'unknown' }),
    scripts: ['A', 'B'].map((caller) => ({
      caller,
      acts: [sends(fulfilling(tracked(), onItsWay()))],
    })),
    later: [all()],
    endsWith: isFulfilled,
  },
]

function part(invoiceNumber: string, invoiceValue: number): Call {
  return invoice({ invoiceNumber, invoiceValue, items: [] })
}

/** The last call asked for all of it, in three steps: it heard so, and OMS shows it. */
function isFulfilled(answers: readonly Answer[], world: ExploredWorld): string | null {
  const last = answers
    .filter(({ caller }) => caller === 'Z')
    .slice(-3)
    .map(({ result }) => result.outcome)
  if (last.length < 3 || !last.every((outcome) => GOOD.includes(outcome)))
    return `the same call again ends ${last.join(', ')}`
  const [stored, ...others] = world.oms.show(INVOICE.orderId).packages
  const { trackingNumber, courierStatus } = stored
  const isShown = courierStatus?.finished || last[2] === 'ACCEPTED'
  return others.length === 0 && trackingNumber === 'AA1' && isShown
    ? null
    : `OMS shows ${others.length + 1} invoices, ${trackingNumber}, delivered ${courierStatus?.finished}`
}
