import type { Write } from './harness/contract'
import { outputSum } from './harness/oracle'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, saoPaulo } from './harness/time'

/** At most one committed POST an invoice, no invoice lost, and each caller a true answer (design §2.1). */

const stand = useStand({ replicas: 2 })

const issuanceDate = saoPaulo(Date.now() - HOUR_MS)
const INVOICE = { invoiceNumber: '1', issuanceDate }
const TWO_MINUTES_MS = 121_000
const LEASE_MS = 60_000

const plant = (): string => stand.plant(plainPlan()).orderId

const posts = async (orderId: string) =>
  (await stand.writes()).filter(
    ({ operation, path }) => operation === 'NotifyInvoice' && path.includes(orderId)
  )

const packagesOf = async (orderId: string) =>
  (await stand.oms.order(orderId)).packageAttachment?.packages ?? []

/** OMS holds the invoice once, and it was sent once. */
async function expectOnce(orderId: string, sent = 1): Promise<void> {
  expect((await packagesOf(orderId)).map(({ invoiceNumber }) => invoiceNumber)).toEqual(['1'])
  expect(await posts(orderId)).toHaveLength(sent)
}

const outcomes = (writes: Write[]): string[] => writes.map(({ outcome }) => outcome).sort()

describe('the same invoice', () => {
  it('twice, one after the other, is sent once', async () => {
    const orderId = plant()
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('APPLIED')
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
    await expectOnce(orderId)
  })

  it('ten times at once from both replicas is sent once', async () => {
    await stand.behave({ latencyMs: 20 })
    const orderId = plant()
    const writes = await Promise.all(
      Array.from({ length: 10 }, () => stand.admin.notifyInvoice(orderId, INVOICE))
    )
    expect(outcomes(writes).filter((outcome) => outcome === 'APPLIED')).toHaveLength(1)
    // Who waited too long is told so; everybody else is told that it is there.
    for (const { outcome, problems } of writes) {
      if (outcome === 'REFUSED') expect(problems.map(({ code }) => code)).toEqual(['IN_PROGRESS'])
      else expect(['APPLIED', 'ALREADY_APPLIED']).toContain(outcome)
    }
    expect(
      outcomes(writes).filter((outcome) => outcome === 'ALREADY_APPLIED').length
    ).toBeGreaterThan(0)
    await expectOnce(orderId)
  })

  it('a second time before OMS shows the first is the receipt of the first', async () => {
    await stand.behave({ applyDelayMs: 30_000 })
    const orderId = plant()
    const first = stand.admin.notifyInvoice(orderId, INVOICE)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    const { outcome, receipt } = await first
    expect(outcome).toBe('ACCEPTED')
    const again = await stand.as('local-operator').notifyInvoice(orderId, INVOICE)
    expect(['ALREADY_APPLIED', 'ACCEPTED']).toContain(again.outcome)
    expect(again.receipt).toEqual(receipt)
    await stand.pass(30_000)
    await expectOnce(orderId)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
  })

  it('by two people with different content: the second is told what differs', async () => {
    const orderId = plant()
    const other = { ...INVOICE, invoiceUrl: 'https://example.com/other.pdf', courier: 'Other' }
    const writes = await Promise.all([
      stand.admin.notifyInvoice(orderId, { ...INVOICE, invoiceUrl: 'https://example.com/one.pdf' }),
      stand.as('local-operator').notifyInvoice(orderId, other),
    ])
    expect(outcomes(writes)).toEqual(['APPLIED', 'REFUSED'])
    const refused = writes.find(({ outcome }) => outcome === 'REFUSED')!
    expect(refused.problems.map(({ code }) => code)).toEqual(['INVOICE_EXISTS'])
    expect(refused.problems[0]!.differences.map(({ field }) => field)).toContain('invoiceUrl')
    await expectOnce(orderId)
  })
})

describe('an order that OMS takes long to move', () => {
  const codes = async (orderId: string): Promise<string[]> =>
    (await stand.admin.order(orderId))!.attention.map(({ code }) => code)

  it('is not stuck because its invoice was just sent; an hour later it is', async () => {
    await stand.behave({ applyDelayMs: 3 * HOUR_MS })
    // A step that OMS takes within minutes, and a day old.
    const { orderId } = stand.plant(plainPlan({ status: 'start-handling' }))
    const sending = stand.admin.notifyInvoice(orderId, INVOICE)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    const { outcome, order } = await sending
    expect([outcome, order!.attention]).toEqual(['ACCEPTED', []])
    await stand.pass(HOUR_MS / 2)
    expect(await codes(orderId)).toEqual(['WRITE_NOT_SHOWN'])
    await stand.pass(HOUR_MS / 2)
    expect(await codes(orderId)).toEqual(['ORDER_STUCK', 'INVOICE_NOT_SHOWN'])
    await stand.pass(3 * HOUR_MS)
    expect(await codes(orderId)).toEqual([])
  })
})

describe('two invoices of one order at once', () => {
  it('over its value: one goes, the other is refused', async () => {
    const orderId = plant()
    const writes = await Promise.all(
      ['A', 'B'].map((invoiceNumber) =>
        stand.admin.notifyInvoice(orderId, { ...INVOICE, invoiceNumber })
      )
    )
    expect(outcomes(writes)).toEqual(['APPLIED', 'REFUSED'])
    const stored = await stand.oms.order(orderId)
    expect(outputSum(stored)).toBe(stored.value)
    expect(stored.packageAttachment!.packages).toHaveLength(1)
  })

  it.each(['counted', 'ignored'])(
    'within its value end on the value, though OMS shows neither yet (acceptedUnseen: %s)',
    async (acceptedUnseen) => {
      await stand.behave({ applyDelayMs: 30_000, readings: { acceptedUnseen } })
      const orderId = plant()
      const first = stand.admin.notifyInvoice(orderId, {
        ...INVOICE,
        items: [{ id: '101', quantity: 1 }],
      })
      await stand.received('NotifyInvoice')
      await stand.pass(9_000)
      expect((await first).outcome).toBe('ACCEPTED')
      const preview = await stand.admin.previewInvoice(orderId, { invoiceNumber: '2' })
      expect(preview).toMatchObject({
        invoiceValue: 6_000,
        remainingAfter: 0,
        completesOrder: true,
      })
      const second = stand.admin.notifyInvoice(orderId, { ...INVOICE, invoiceNumber: '2' })
      await stand.received('NotifyInvoice', 2)
      await stand.pass(9_000)
      expect((await second).outcome).toBe('ACCEPTED')
      await stand.pass(60_000)
      const stored = await stand.oms.order(orderId)
      expect([outputSum(stored), stored.status]).toEqual([stored.value, 'invoiced'])
    }
  )
})

describe('no answer to the POST', () => {
  it.each(['reset', 'status500', 'html'])(
    'that OMS took (%s): reading tells, nothing is sent again',
    async (kind) => {
      await stand.behave({
        faults: [{ operation: 'NotifyInvoice', kind, times: 1, afterCommit: true }],
      })
      const orderId = plant()
      expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('APPLIED')
      expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
      await expectOnce(orderId)
    }
  )

  it('within the timeout, though OMS took it: reading tells', async () => {
    await stand.behave({
      faults: [{ operation: 'NotifyInvoice', kind: 'timeout', times: 1, afterCommit: true }],
    })
    const orderId = plant()
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('APPLIED')
    await expectOnce(orderId)
  })

  it.each(['reset', 'status500'])(
    'that OMS did not take (%s): UNKNOWN for two minutes, then a mutation may send again, and says so',
    async (kind) => {
      await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind, times: 1 }] })
      const orderId = plant()
      const sending = stand.admin.notifyInvoice(orderId, INVOICE)
      await stand.received('NotifyInvoice')
      await stand.pass(9_000)
      const first = await sending
      expect(first.outcome).toBe('UNKNOWN')
      expect(first.problems.map(({ code }) => code)).toEqual(['OMS_OUTCOME_UNKNOWN'])

      const second = await stand.as('local-operator').notifyInvoice(orderId, INVOICE)
      expect(second.outcome).toBe('UNKNOWN')
      // Unknown counts as sent: nobody may invoice the same value under another number meanwhile.
      expect((await stand.admin.order(orderId))!.remainingValue).toBe(0)
      const other = await stand.admin.notifyInvoice(orderId, { ...INVOICE, invoiceNumber: '2' })
      expect(['REFUSED', 'UNKNOWN']).toContain(other.outcome)
      expect(await posts(orderId)).toHaveLength(1)

      await stand.pass(TWO_MINUTES_MS)
      // A look never sends.
      await stand.admin.order(orderId)
      await stand.admin.previewInvoice(orderId, INVOICE)
      expect(await posts(orderId)).toHaveLength(1)

      const third = await stand.admin.notifyInvoice(orderId, INVOICE)
      expect([third.outcome, third.problems]).toEqual(['APPLIED', []])
      await expectOnce(orderId, 2)
      const activity = await stand.admin.activity(orderId)
      expect(activity[0]).toMatchObject({ operation: 'NOTIFY_INVOICE', outcome: 'APPLIED' })
      expect(activity.filter(({ summary }) => /may be sent again/.test(summary))).toHaveLength(1)
    },
    40_000
  )

  it('that OMS takes late: the next look shows it, and UNKNOWN resolves itself', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const orderId = plant()
    const cut = stand.admin.reply('notifyInvoice', { orderId, invoice: INVOICE })
    await stand.received('NotifyInvoice')
    await stand.kill(await stand.replicaAtWork())
    await cut
    await stand.pass(LEASE_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('UNKNOWN')

    expect(await stand.release()).toBe(1)
    expect(
      (await stand.admin.order(orderId))!.packages.map(({ invoiceNumber }) => invoiceNumber)
    ).toEqual(['1'])
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
    await expectOnce(orderId)
  })
})

describe('a replica that dies', () => {
  async function killedDuringPost(afterCommit: boolean): Promise<string> {
    await stand.behave({
      faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1, afterCommit }],
    })
    const orderId = plant()
    const sending = stand.admin.reply('notifyInvoice', { orderId, invoice: INVOICE })
    await stand.received('NotifyInvoice')
    await stand.kill(await stand.replicaAtWork())
    expect((await sending).status).toBe(502)
    return orderId
  }

  it('between the POST and its record: the invoice is found, not sent again', async () => {
    const orderId = await killedDuringPost(true)
    await stand.release()
    await stand.pass(LEASE_MS)
    const sent = await stand.admin.notifyInvoice(orderId, INVOICE)
    expect([sent.outcome, sent.problems]).toEqual(['ALREADY_APPLIED', []])
    await expectOnce(orderId)
  })

  it('with a POST that never arrived: sent again after two minutes, no sooner', async () => {
    const orderId = await killedDuringPost(false)
    await stand.pass(LEASE_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('UNKNOWN')
    expect(await posts(orderId)).toHaveLength(1)
    await stand.pass(TWO_MINUTES_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('APPLIED')
    await expectOnce(orderId, 2)
    // The first POST arrives after all: the same number, no second invoice.
    await stand.release()
    expect((await packagesOf(orderId)).map(({ invoiceNumber }) => invoiceNumber)).toEqual(['1'])
  })

  it('while it holds the order: others wait for its lease and no longer', async () => {
    const orderId = await killedDuringPost(true)
    await stand.release()
    const { answer } = await stand.untilAtClaim(() => stand.admin.notifyInvoice(orderId, INVOICE))
    await stand.pass(11_000)
    const told = await answer
    expect([told.outcome, told.problems.map(({ code }) => code)]).toEqual([
      'REFUSED',
      ['IN_PROGRESS'],
    ])
    await stand.pass(LEASE_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
  })
})

describe('a claim that runs out while its holder lives', () => {
  it('before the POST: the holder notices and sends nothing', async () => {
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'hold', times: 1 }] })
    const orderId = plant()
    const slow = stand.admin.notifyInvoice(orderId, INVOICE)
    await stand.received('GetOrder')
    await stand.pass(LEASE_MS)
    const fast = await stand.as('local-operator').notifyInvoice(orderId, INVOICE)
    expect(fast.outcome).toBe('APPLIED')
    await stand.release()
    const late = await slow
    expect(['ALREADY_APPLIED', 'REFUSED']).toContain(late.outcome)
    if (late.outcome === 'REFUSED')
      expect(late.problems.map(({ code }) => code)).toEqual(['IN_PROGRESS'])
    await expectOnce(orderId)
  })

  it('during the POST: the next one finds the intent and sends nothing', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const orderId = plant()
    const slow = stand.admin.notifyInvoice(orderId, INVOICE)
    await stand.received('NotifyInvoice')
    await stand.pass(LEASE_MS)
    const next = await stand.as('local-operator').notifyInvoice(orderId, INVOICE)
    expect(next.outcome).toBe('UNKNOWN')
    await stand.release()
    // Its time to answer is over: it says what OMS said, and does not wait for OMS to show it.
    expect((await slow).outcome).toBe('ACCEPTED')
    await expectOnce(orderId)
  })
})

describe('a VBase that fails', () => {
  const committed = (path: string, kind: string, times = 1) => ({
    faults: [{ method: 'PUT', path, kind, times, afterCommit: true }],
  })

  it.each([
    ['claims/', 'status500'],
    ['claims/', 'reset'],
    ['orders/', 'status500'],
    ['orders/', 'reset'],
  ])('a PUT of %s after committing it (%s) changes nothing for the caller', async (path, kind) => {
    await stand.vbase(committed(path, kind))
    const orderId = plant()
    const sent = await stand.admin.notifyInvoice(orderId, INVOICE)
    expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
    await expectOnce(orderId)
    expect(await stand.admin.activity(orderId)).toHaveLength(1)
    expect((await stand.admin.updatePartialInvoice(orderId, '1', { courier: 'C' })).outcome).toBe(
      'APPLIED'
    )
  })

  it.each([409, 412])(
    'a lost If-Match as %d: parallel writers of one order still go one after the other',
    async (conflictStatus) => {
      await stand.vbase({ conflictStatus, latencyMs: 10 })
      const orderId = plant()
      const writes = await Promise.all(
        ['A', 'B', 'C', 'D'].map((invoiceNumber) =>
          stand.admin.notifyInvoice(orderId, {
            ...INVOICE,
            invoiceNumber,
            invoiceValue: 2_000,
            items: [],
          })
        )
      )
      expect(outcomes(writes)).toEqual(['APPLIED', 'APPLIED', 'APPLIED', 'APPLIED'])
      expect(outputSum(await stand.oms.order(orderId))).toBe(8_000)
      expect(await stand.admin.activity(orderId)).toHaveLength(4)
    },
    20_000
  )

  it('before the intent is written: nothing is sent', async () => {
    await stand.vbase({
      faults: [{ method: 'PUT', path: 'orders/', kind: 'status500', times: 100 }],
    })
    const orderId = plant()
    const reply = await stand.admin.reply('notifyInvoice', { orderId, invoice: INVOICE })
    expect(await posts(orderId)).toEqual([])
    const write = reply.data?.notifyInvoice as Write | null | undefined
    if (write) expect(write.outcome).toBe('REFUSED')
    else expect(reply.errors[0]!.extensions!.code).toBe('STORAGE_UNAVAILABLE')
    await stand.vbase({ faults: [] })
    await stand.pass(LEASE_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('APPLIED')
    await expectOnce(orderId)
  })

  it('after the POST: the answer is true all the same, and so is every later one', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const orderId = plant()
    const sending = stand.admin.notifyInvoice(orderId, INVOICE)
    await stand.received('NotifyInvoice')
    await stand.vbase({ faults: [{ method: 'PUT', kind: 'status500', times: 200 }] })
    await stand.release()
    expect((await sending).outcome).toBe('APPLIED')
    await stand.vbase({ faults: [] })
    await stand.pass(LEASE_MS)
    expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
    expect((await stand.admin.order(orderId))!).toMatchObject({
      remainingValue: 0,
      stage: 'TO_SHIP',
    })
    await expectOnce(orderId)
  })

  it('for reading: an order is shown as OMS has it, and nothing is sent', async () => {
    await stand.vbase({ faults: [{ method: 'GET', kind: 'status500', times: 200 }] })
    const orderId = plant()
    expect((await stand.admin.order(orderId))!.stage).toBe('TO_INVOICE')
    await stand.admin.reply('notifyInvoice', { orderId, invoice: INVOICE })
    expect(await posts(orderId)).toEqual([])
  })
})

describe('a journal that is damaged', () => {
  it.each(['', '{"intents":[{"id":', '<html></html>', '"text"'])(
    'is not taken for empty: the order is shown, and nothing is sent (%j)',
    async (damaged) => {
      await stand.behave({ applyDelayMs: 60_000 })
      const orderId = plant()
      const sending = stand.admin.notifyInvoice(orderId, INVOICE)
      await stand.received('NotifyInvoice')
      await stand.pass(9_000)
      expect((await sending).outcome).toBe('ACCEPTED')
      const { files } = stand.world
      const { bucket, path, body } = files
        .everything()
        .find((file) => file.path === `orders/${orderId}.json`)!
      const [account, workspace, app, name] = bucket.split('/').map(decodeURIComponent) as [
        string,
        string,
        string,
        string,
      ]
      const put = (text: Buffer) => files.put({ account, workspace, app, name }, path, text)
      put(Buffer.from(damaged))

      expect((await stand.admin.order(orderId))!.stage).toBe('TO_INVOICE')
      const other = { ...INVOICE, invoiceNumber: '2' }
      const { outcome, problems } = await stand.admin.notifyInvoice(orderId, other)
      expect([outcome, problems.map(({ code }) => code)]).toEqual(['REFUSED', ['OMS_UNAVAILABLE']])
      expect(await posts(orderId)).toHaveLength(1)

      put(body)
      await stand.pass(60_000)
      expect((await stand.admin.notifyInvoice(orderId, INVOICE)).outcome).toBe('ALREADY_APPLIED')
      await expectOnce(orderId)
    }
  )
})

describe('tracking at once from both replicas', () => {
  it('records every event once', async () => {
    const orderId = plant()
    await stand.admin.notifyInvoice(orderId, { ...INVOICE, trackingNumber: 'T1' })
    const event = (minutes: number, description: string) => ({
      date: saoPaulo(stand.now() - minutes * 60_000),
      description,
    })
    const [posted, moved, arrived] = [event(30, 'Posted'), event(20, 'Moved'), event(10, 'Arrived')]
    const sent = await Promise.all(
      [
        [posted, moved],
        [moved, arrived],
        [posted, arrived],
      ].map((events) =>
        stand.admin.updateTrackingStatus(orderId, '1', { isDelivered: false, events })
      )
    )
    expect(sent.every(({ outcome }) => ['APPLIED', 'ALREADY_APPLIED'].includes(outcome))).toBe(true)
    const [stored] = await packagesOf(orderId)
    expect(stored!.courierStatus!.data.map(({ description }) => description)).toEqual([
      'Arrived',
      'Moved',
      'Posted',
    ])
  })

  it('starts handling once', async () => {
    const { orderId } = stand.plant(plainPlan({ status: 'ready-for-handling' }))
    const moved = await Promise.all([1, 2, 3].map(() => stand.admin.startHandling(orderId)))
    expect(outcomes(moved)).toEqual(['ALREADY_APPLIED', 'ALREADY_APPLIED', 'APPLIED'])
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['StartHandling'])
  })
})
