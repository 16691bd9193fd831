import { demoInvoiceXml } from '../demo'
import type { Fulfilled } from './harness/contract'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, saoPaulo } from './harness/time'

const stand = useStand({ replicas: 2 })

const TRACKING = { trackingNumber: 'AA123456785BR', courier: 'Correios' }
const posted = () => ({ date: saoPaulo(stand.now() - HOUR_MS), description: 'Posted' })
const whole = (more: object = {}) => ({
  invoice: { invoiceNumber: '1' },
  tracking: TRACKING,
  status: { isDelivered: true, events: [posted()] },
  ...more,
})
const plant = (more: Parameters<typeof plainPlan>[0] = {}): string =>
  stand.plant(plainPlan(more)).orderId
const invoiced = (more: object = {}): string =>
  plant({
    status: 'invoiced',
    packages: [{ number: '1', value: 'rest', hoursAgo: 20, ...more }],
  })

const stepsOf = ({ steps }: Fulfilled): string[] =>
  steps.map(({ operation, outcome }) => `${operation} ${outcome}`)
const written = async (orderId: string): Promise<string[]> =>
  (await stand.writes())
    .filter(({ path }) => path.includes(orderId))
    .map(({ operation }) => operation)
const stored = (orderId: string) => stand.stored(orderId).packageAttachment!.packages

describe('fulfill', () => {
  it('invoices, tracks and delivers in one call, on three reads and two writes', async () => {
    const orderId = plant()
    const sent = await stand.admin.fulfill(orderId, whole())
    expect(stepsOf(sent)).toEqual([
      'NOTIFY_INVOICE APPLIED',
      'UPDATE_PARTIAL_INVOICE APPLIED',
      'UPDATE_TRACKING_STATUS APPLIED',
    ])
    expect(sent).toMatchObject({ outcome: 'APPLIED', problems: [] })
    expect(sent.order!.stage).toBe('DELIVERED')
    expect(sent.invoice).toMatchObject({ ...TRACKING, isDelivered: true, invoiceNumber: '1' })
    const calls = (await stand.requests()).filter(({ path }) => path.includes(orderId))
    expect(calls.map(({ operation }) => operation)).toEqual([
      'GetOrder',
      'NotifyInvoice',
      'GetOrder',
      'UpdateTrackingStatus',
      'GetOrder',
    ])
    expect(stored(orderId)).toMatchObject([{ ...TRACKING, courierStatus: { finished: true } }])
    const told = await stand.admin.activity(orderId)
    expect(told.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'UPDATE_TRACKING_STATUS APPLIED',
      'NOTIFY_INVOICE APPLIED',
    ])
  })

  it('a second time sends nothing, from whichever replica', async () => {
    const orderId = plant()
    const command = whole()
    await stand.admin.fulfill(orderId, command)
    for (let again = 0; again < 2; again += 1) {
      const sent = await stand.admin.fulfill(orderId, command)
      expect([sent.outcome, ...sent.steps.map(({ outcome }) => outcome)]).toEqual(
        Array(4).fill('ALREADY_APPLIED')
      )
    }
    expect(await written(orderId)).toEqual(['NotifyInvoice', 'UpdateTrackingStatus'])
  })

  it('ten times at once from both replicas sends each part once', async () => {
    const orderId = plant()
    const command = whole()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => stand.admin.fulfill(orderId, command))
    )
    for (const { outcome, problems } of all) {
      if (outcome === 'REFUSED') expect(problems.map(({ code }) => code)).toEqual(['IN_PROGRESS'])
      else expect(['APPLIED', 'ALREADY_APPLIED']).toContain(outcome)
    }
    expect(await written(orderId)).toEqual(['NotifyInvoice', 'UpdateTrackingStatus'])
  })

  it('reads the number from the document, and tracks that invoice', async () => {
    const order = stand.plant(plainPlan())
    const sent = await stand.admin.fulfill(order.orderId, {
      ...whole(),
      invoice: { embeddedInvoice: demoInvoiceXml(order) },
    })
    expect(sent.outcome).toBe('APPLIED')
    expect(stored(order.orderId)).toMatchObject([{ courierStatus: { finished: true } }])
  })

  it('names a problem where the caller wrote it', async () => {
    const orderId = plant()
    const badInvoice = await stand.admin.fulfill(
      orderId,
      whole({ invoice: { invoiceNumber: '1', items: [{ id: '999', quantity: 1 }] } })
    )
    expect(badInvoice.problems).toMatchObject([
      { code: 'ITEM_NOT_IN_ORDER', field: ['fulfill', 'invoice', 'items', '0'] },
    ])
    const badStatus = await stand.admin.fulfill(invoiced({ trackingNumber: 'T1' }), {
      status: { isDelivered: false, events: [{ date: '2999-01-01T00:00:00Z', description: 'X' }] },
    })
    expect(badStatus.problems).toMatchObject([
      { code: 'DATE_IN_FUTURE', field: ['fulfill', 'status', 'events', '0', 'date'] },
    ])
    expect(await stand.writes()).toEqual([])
  })

  it('is judged, each alias by itself, as every mutation is', async () => {
    const [one, other] = [plant(), plant()]
    const reply = await stand.admin.send(`mutation {
      a: fulfill(orderId: "${one}", fulfill: { invoice: { invoiceNumber: "1" } }) { outcome }
      b: fulfill(orderId: "${other}", fulfill: { invoiceNumber: "1" }) { outcome }
    }`)
    expect(reply.data).toEqual({ a: { outcome: 'APPLIED' }, b: { outcome: 'REFUSED' } })
    const aliases = Array.from(
      { length: 51 },
      (_, at) => `a${at}: fulfill(orderId: "${one}", fulfill: {}) { outcome }`
    )
    const tooMany = await stand.admin.send(`mutation { ${aliases.join(' ')} }`)
    expect(tooMany.errors[0]!.extensions!.code).toBe('TOO_MANY_FIELDS')
  })
})

describe('fulfill beside faults of OMS', () => {
  it.each([
    ['NotifyInvoice', ['NOTIFY_INVOICE APPLIED', 'UPDATE_PARTIAL_INVOICE APPLIED']],
    ['UpdateTrackingStatus', ['NOTIFY_INVOICE APPLIED', 'UPDATE_PARTIAL_INVOICE APPLIED']],
  ])(
    'a lost answer of %s is settled by reading, and the rest goes on',
    async (operation, first) => {
      const orderId = plant()
      await stand.behave({ faults: [{ operation, kind: 'reset', times: 1, afterCommit: true }] })
      const sent = await stand.admin.fulfill(orderId, whole())
      expect(stepsOf(sent)).toEqual([...first, 'UPDATE_TRACKING_STATUS APPLIED'])
      expect(await written(orderId)).toEqual(['NotifyInvoice', 'UpdateTrackingStatus'])
    }
  )

  it('an invoice without an answer stops the rest; two minutes later the same call does all of it', async () => {
    const orderId = plant()
    const command = whole()
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const sending = stand.admin.fulfill(orderId, command)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    const sent = await sending
    expect([sent.outcome, ...stepsOf(sent)]).toEqual(['UNKNOWN', 'NOTIFY_INVOICE UNKNOWN'])
    expect((await stand.admin.fulfill(orderId, command)).outcome).toBe('UNKNOWN')
    await stand.pass(125_000)
    const again = stand.admin.fulfill(orderId, command)
    await stand.received('GetOrder', 5)
    await stand.pass(6_000)
    expect((await again).outcome).toBe('APPLIED')
    expect(stored(orderId)).toHaveLength(1)
  })

  it.each([
    ['status500', 'UNKNOWN', 'OMS_OUTCOME_UNKNOWN'],
    ['status429', 'FAILED', 'RATE_LIMITED'],
  ])(
    '%s at the second step: the first stands, and a second call goes on from there',
    async (kind, outcome, code) => {
      const orderId = invoiced()
      const command = whole()
      await stand.behave({ faults: [{ operation: 'UpdatePartialInvoice', kind, times: 1 }] })
      const sending = stand.admin.fulfill(orderId, command)
      await stand.received('UpdatePartialInvoice')
      if (outcome === 'UNKNOWN') await stand.pass(9_000)
      const sent = await sending
      expect([sent.outcome, ...stepsOf(sent)]).toEqual([
        outcome,
        'NOTIFY_INVOICE ALREADY_APPLIED',
        `UPDATE_PARTIAL_INVOICE ${outcome}`,
      ])
      expect(sent.problems.map((one) => one.code)).toEqual([code])
      expect(stored(orderId)[0]!.trackingNumber).toBeFalsy()
      const again = await stand.admin.fulfill(orderId, command)
      expect(again.outcome).toBe('APPLIED')
      expect(stored(orderId)).toMatchObject([{ ...TRACKING, courierStatus: { finished: true } }])
    }
  )

  it('a second step that is refused: the invoice stands, nothing after it goes out', async () => {
    const orderId = plant()
    const sent = await stand.admin.fulfill(orderId, {
      ...whole(),
      tracking: undefined,
    })
    expect([sent.outcome, ...stepsOf(sent)]).toEqual([
      'REFUSED',
      'NOTIFY_INVOICE APPLIED',
      'UPDATE_TRACKING_STATUS REFUSED',
    ])
    expect(sent.problems).toMatchObject([
      { code: 'TRACKING_NUMBER_MISSING', field: ['fulfill', 'invoice', 'invoiceNumber'] },
    ])
    expect(sent.order!.stage).toBe('TO_SHIP')
    expect(await written(orderId)).toEqual(['NotifyInvoice'])
  })

  it('a replica that dies at the second step: the next call ends in the same order', async () => {
    const orderId = plant()
    const command = whole()
    await stand.behave({
      faults: [{ operation: 'UpdateTrackingStatus', kind: 'hold', times: 1, afterCommit: true }],
    })
    const sending = stand.admin.fulfill(orderId, command).catch(() => null)
    await stand.received('UpdateTrackingStatus')
    await stand.kill(await stand.replicaAtWork())
    expect(await sending).toBeNull()
    await stand.release()
    await stand.pass(60_000)
    const again = await stand.admin.fulfill(orderId, command)
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect(await written(orderId)).toEqual(['NotifyInvoice', 'UpdateTrackingStatus'])
    expect(stored(orderId)[0]!.courierStatus!.data).toHaveLength(1)
  })
})
