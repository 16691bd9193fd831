import type { Write } from './harness/contract'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, saoPaulo } from './harness/time'

/**
 * The product on a VBase as harsh as VTEX's own texts allow (facts/platform.md, corrections): calls that are slow or
 * land late, files that are said to be missing, content that is a moment old. Whatever it does, an invoice goes out
 * once and what was written down stays.
 */

const stand = useStand({ replicas: 2 })

/** Leaves room for itself a second time: only the flow can hold it back, not OMS. */
const PART = {
  invoiceNumber: '1',
  issuanceDate: saoPaulo(Date.now() - HOUR_MS),
  invoiceValue: 2_000,
  items: [],
}
const operator = () => stand.as('local-operator')
const plant = (): string => stand.plant(plainPlan()).orderId
const journalOf = (orderId: string): string => `orders/${orderId}.json`

const posts = async (orderId: string): Promise<number> =>
  (await stand.writes()).filter(
    ({ operation, path }) => operation === 'NotifyInvoice' && path.includes(orderId)
  ).length

/** OMS holds the invoice once, and it was sent once. */
async function expectOnce(orderId: string): Promise<void> {
  const { packageAttachment } = await stand.oms.order(orderId)
  expect(packageAttachment!.packages.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['1'])
  expect(await posts(orderId)).toBe(1)
}

/** What was said of each attempt; null where VBase let none be made. */
async function attempt(sending: ReturnType<typeof send>): Promise<string | null> {
  const { data, errors } = await sending
  const write = data?.notifyInvoice as Write | null | undefined
  if (!write) expect(errors[0]!.extensions!.code).toBe('STORAGE_UNAVAILABLE')
  return write?.outcome ?? null
}
const send = (who: ReturnType<typeof operator>, orderId: string) =>
  who.reply('notifyInvoice', { orderId, invoice: PART })

const told = async (orderId: string): Promise<string[]> =>
  (await stand.admin.activity(orderId)).map(({ operation, outcome }) => `${operation} ${outcome}`)

describe('a slow VBase', () => {
  it('a journal read between the writes of somebody else sends no second invoice', async () => {
    await stand.behave({ applyDelayMs: 1_000 })
    const orderId = plant()
    const first = stand.admin.notifyInvoice(orderId, PART)
    await stand.received('NotifyInvoice')
    await stand.vbase({
      faults: [{ method: 'GET', path: journalOf(orderId), kind: 'slow', slowMs: 2_000 }],
    })
    const second = await operator().notifyInvoice(orderId, PART)
    expect((await first).outcome).toBe('APPLIED')
    expect(['ALREADY_APPLIED', 'ACCEPTED']).toContain(second.outcome)
    await expectOnce(orderId)
  })

  it('every call slow: the invoice goes out once, or nothing is sent', async () => {
    const orderId = plant()
    await stand.vbase({
      faults: ['GET', 'PUT'].map((method) => ({
        method,
        kind: 'slow',
        probability: 0.5,
        slowMs: 900,
      })),
    })
    const sent = await Promise.all([
      attempt(send(stand.admin, orderId)),
      attempt(send(operator(), orderId)),
    ])
    expect(await posts(orderId)).toBeLessThanOrEqual(1)
    expect(sent.filter((outcome) => outcome === 'APPLIED').length).toBe(await posts(orderId))
  }, 70_000)
})

describe('a save that lands late', () => {
  it('of the intent: it wipes nothing that was written down since', async () => {
    const orderId = plant()
    await stand.vbase({
      faults: [{ method: 'PUT', path: journalOf(orderId), kind: 'late', slowMs: 20_000 }],
    })
    const outcome = await attempt(send(stand.admin, orderId))
    // It lands; and nobody knows for 120 s whether what it says was sent.
    await stand.pass(20_000)
    await stand.pass(180_000)
    const again = await stand.admin.notifyInvoice(orderId, PART)
    expect(again.outcome).toBe(outcome === 'APPLIED' ? 'ALREADY_APPLIED' : 'APPLIED')
    await expectOnce(orderId)
    expect(await told(orderId)).toContain('NOTIFY_INVOICE APPLIED')
  })

  it('of the claim: the order is free again once the lease has run out', async () => {
    const orderId = plant()
    await stand.vbase({
      faults: [{ method: 'PUT', path: 'claims/', kind: 'late', slowMs: 20_000 }],
    })
    await attempt(send(stand.admin, orderId))
    await stand.pass(20_000)
    await stand.pass(60_000)
    const again = await stand.admin.notifyInvoice(orderId, PART)
    expect(['APPLIED', 'ALREADY_APPLIED']).toContain(again.outcome)
    await expectOnce(orderId)
  })
})

describe('a journal that VBase says is missing', () => {
  const missing = (orderId: string, more: object = {}) =>
    stand.vbase({
      faults: [{ method: 'GET', path: journalOf(orderId), kind: 'missing', ...more }],
    })

  it('once: what it holds is kept, and an invoice on its way is not sent again', async () => {
    await stand.behave({ applyDelayMs: 30_000 })
    const orderId = plant()
    const first = stand.admin.notifyInvoice(orderId, PART)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    expect((await first).outcome).toBe('ACCEPTED')
    await missing(orderId)
    expect(['ACCEPTED', null]).toContain(await attempt(send(operator(), orderId)))
    await stand.pass(30_000)
    expect((await stand.admin.notifyInvoice(orderId, PART)).outcome).toBe('ALREADY_APPLIED')
    await expectOnce(orderId)
    expect(await told(orderId)).toContain('NOTIFY_INVOICE ACCEPTED')
  })

  it('each time it is read: nothing is sent and nothing is wiped', async () => {
    await stand.behave({ applyDelayMs: 30_000 })
    const orderId = plant()
    const first = stand.admin.notifyInvoice(orderId, PART)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    await first
    const before = await told(orderId)
    await missing(orderId, { probability: 1 })
    await attempt(send(operator(), orderId))
    expect(await posts(orderId)).toBe(1)
    await stand.vbase({ faults: [] })
    expect(await told(orderId)).toEqual(expect.arrayContaining(before))
  })

  it('while tracking is added: the activity of the invoice stays', async () => {
    const orderId = plant()
    await stand.admin.notifyInvoice(orderId, PART)
    await missing(orderId)
    await stand.admin.updatePartialInvoice(orderId, '1', { courier: 'C' })
    expect((await told(orderId)).sort()).toEqual([
      'NOTIFY_INVOICE APPLIED',
      'UPDATE_PARTIAL_INVOICE APPLIED',
    ])
  })
})

describe('content that is a moment old', () => {
  const STALE = [{ method: 'GET', kind: 'stale', probability: 1 }]

  it('no-cache ends it: the same invoice at once from both replicas is sent once', async () => {
    await stand.behave({ applyDelayMs: 1_000 })
    await stand.vbase({ faults: STALE })
    const orderId = plant()
    const sent = await Promise.all(
      [stand.admin, operator(), stand.admin].map((who) => who.notifyInvoice(orderId, PART))
    )
    const outcomes = sent.map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'APPLIED')).toHaveLength(1)
    for (const outcome of outcomes)
      expect(['APPLIED', 'ALREADY_APPLIED', 'ACCEPTED']).toContain(outcome)
    await expectOnce(orderId)
  })

  it('where it outlives the header: at most one is sent, and every answer is true', async () => {
    await stand.behave({ applyDelayMs: 1_000 })
    await stand.vbase({ faults: STALE, staleOutlivesNoCache: true })
    const orderId = plant()
    await attempt(send(stand.admin, orderId))
    await attempt(send(operator(), orderId))
    expect(await posts(orderId)).toBeLessThanOrEqual(1)
    await stand.vbase({ faults: [] })
    await stand.pass(60_000)
    const last = await stand.admin.notifyInvoice(orderId, PART)
    expect(['APPLIED', 'ALREADY_APPLIED']).toContain(last.outcome)
    await expectOnce(orderId)
  }, 70_000)
})
