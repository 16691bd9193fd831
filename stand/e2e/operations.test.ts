import { demoInvoiceKey, demoInvoiceXml } from '../demo'
import { outputSum } from './harness/oracle'
import { isCertified, isPlain, isSplittable, isUntouched, plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { HOUR_MS, sameSecond, saoPaulo } from './harness/time'
import { bodiesOf } from './harness/wire'

const stand = useStand()

describe('order', () => {
  it('shows what OMS holds', async () => {
    const of = await stand.orderWith(isSplittable)
    const shown = (await stand.admin.order(of.orderId))!
    expect(shown).toMatchObject({
      orderId: of.orderId,
      sequence: of.sequence,
      status: 'handling',
      stage: 'TO_INVOICE',
      value: of.value,
      invoicedValue: 0,
      remainingValue: of.value,
      currency: { code: 'BRL', decimalDigits: 2 },
      timeZone: 'America/Sao_Paulo',
      packages: [],
    })
    expect(shown.allowedActions).toEqual(['NOTIFY_INVOICE'])
    expect(Date.parse(shown.creationDate)).toBe(Date.parse(of.creationDate))
    expect(
      shown.items.map(({ id, quantity, remainingQuantity }) => [id, quantity, remainingQuantity])
    ).toEqual(of.items.map(({ id, quantity }) => [id, quantity, quantity]))
  })

  it('is null where OMS knows none', async () => {
    expect(await stand.admin.order('999-01')).toBeNull()
  })

  it('shows every demo order, and its totals add up to its value', async () => {
    for (const of of await stand.everyOrder()) {
      const reply = await stand.admin.reply('order', { orderId: of.orderId })
      if (!Array.isArray(of.items)) continue
      expect(reply.errors).toEqual([])
      const shown = reply.data!.order as {
        value: number
        invoicedValue: number
        totals: { id: string; value: number }[]
      }
      expect({ orderId: of.orderId, value: shown.value }).toEqual({
        orderId: of.orderId,
        value: of.value,
      })
      expect(shown.invoicedValue).toBe(outputSum(of))
      expect(shown.totals.reduce((sum, { value }) => sum + value, 0)).toBe(
        of.totals.reduce((sum, { value }) => sum + value, 0)
      )
      expect(new Set(shown.totals.map(({ id }) => id)).size).toBe(shown.totals.length)
    }
  })

  it.each(['..', '%2e%2e', 'a/b', ' ', '1?x=1#y', '%'])(
    'asks OMS for no other path with the id %j',
    async (orderId) => {
      const reply = await stand.admin.reply('order', { orderId })
      expect(reply.status).toBe(200)
      expect(reply.data?.order ?? null).toBeNull()
      const asked = (await stand.requests()).filter(({ operation }) => operation !== 'GetOrder')
      expect(asked).toEqual([])
    }
  )
})

it('shows a change that is under way where somebody looks at the order', async () => {
  const notes = await stand.control<{ orderId: string; note: string }[]>('GET', '/local/orders')
  const { orderId } = notes.find(({ note }) => /change v2 is in progress/.test(note))!
  const shown = (await stand.admin.order(orderId))!
  expect(shown.attention.map(({ code }) => code)).toContain('ORDER_CHANGE_IN_PROGRESS')
  expect(shown.allowedActions).not.toContain('NOTIFY_INVOICE')
  expect(shown.blocked.map(({ action, problem }) => [action, problem.code])).toContainEqual([
    'NOTIFY_INVOICE',
    'ORDER_CHANGE_IN_PROGRESS',
  ])
})

describe('line values', () => {
  it("sum to the order's items and discounts, for every demo order", async () => {
    for (const of of await stand.everyOrder()) {
      if (!Array.isArray(of.items) || !of.items.every(Boolean)) continue
      const shown = (await stand.admin.order(of.orderId))!
      const goods = of.totals
        .filter(({ id }) => ['Items', 'Discounts'].includes(id))
        .reduce((sum, { value }) => sum + value, 0)
      expect({
        orderId: of.orderId,
        lines: shown.items.reduce((sum, { lineValue }) => sum + lineValue, 0),
      }).toEqual({ orderId: of.orderId, lines: goods })
    }
  })
})

describe('startHandling', () => {
  it('moves an order on, once', async () => {
    const { orderId } = await stand.orderWith(({ status }) => status === 'ready-for-handling')
    const moved = await stand.admin.startHandling(orderId)
    expect(moved.problems).toEqual([])
    expect(moved.outcome).toBe('APPLIED')
    expect((await stand.oms.order(orderId)).status).toBe('handling')
    const again = await stand.admin.startHandling(orderId)
    expect(again.outcome).toBe('ALREADY_APPLIED')
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['StartHandling'])
    expect(
      (await stand.admin.activity(orderId)).map(({ operation, outcome }) => [operation, outcome])
    ).toContainEqual(['START_HANDLING', 'APPLIED'])
  })

  it('is refused where the order cannot be handled', async () => {
    const { orderId } = await stand.orderWith(({ status }) => status === 'canceled')
    const refused = await stand.admin.startHandling(orderId)
    expect(refused.outcome).toBe('REFUSED')
    expect(refused.problems.map(({ code }) => code)).toEqual(['ORDER_STATE_FORBIDS'])
    expect(await stand.writes()).toEqual([])
  })
})

describe('readFiscalDocument', () => {
  it('reads the NF-e of a demo order', async () => {
    const order = await stand.orderWith(isPlain)
    const response = await fetch(`${stand.url}/local/nfe/${order.orderId}`)
    const xml = await response.text()
    const read = await stand.admin.readFiscalDocument(xml)
    expect(read).toMatchObject({
      kind: 'NFE',
      rootElement: 'nfeProc',
      keyIsValid: true,
      value: order.value,
      authorized: true,
      testEnvironment: false,
      problems: [],
    })
    expect(read.key).toMatch(/^\d{44}$/)
    expect(xml).toContain(`<nNF>${read.number}</nNF>`)
    expect(read.items.map(({ code }) => code)).toEqual(order.items.map(({ id }) => id))
    expect(read.items.reduce((sum, { value }) => sum + value!, 0)).toBe(
      order.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    )
  })

  it.each(['nfe', 'nfce', 'cfe'] as const)(
    'reads a %s by its own key, number and value',
    async (kind) => {
      const order = await stand.orderWith(isPlain)
      const read = await stand.admin.readFiscalDocument(
        demoInvoiceXml(order, { kind, number: 481_722 })
      )
      expect(read.kind).toBe({ nfe: 'NFE', nfce: 'NFCE', cfe: 'CFE_SAT' }[kind])
      expect(read).toMatchObject({
        key: demoInvoiceKey(order, { kind, number: 481_722 }),
        keyIsValid: true,
        value: order.value,
      })
      expect(Number(read.number)).toBe(481_722)
    }
  )
})

describe('notifyInvoice', () => {
  it('fills everything from the XML', async () => {
    const order = await stand.orderWith(isPlain)
    const issuedAt = stand.now() - 3 * HOUR_MS
    const xml = demoInvoiceXml(order, { number: 8_123, issuedAt })
    const preview = await stand.admin.previewInvoice(order.orderId, { embeddedInvoice: xml })
    expect(preview).toMatchObject({
      invoiceNumber: '8123',
      invoiceValue: order.value,
      remainingAfter: 0,
      completesOrder: true,
      problems: [],
    })
    const sent = await stand.admin.notifyInvoice(order.orderId, { embeddedInvoice: xml })
    expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
    const [body] = bodiesOf(await stand.requests(), 'NotifyInvoice')
    expect(body).toMatchObject({
      invoiceNumber: '8123',
      invoiceValue: String(order.value),
      invoiceKey: demoInvoiceKey(order, { number: 8_123, issuedAt }),
      embeddedInvoice: xml,
    })
    expect(body).not.toHaveProperty('embededInvoice')
    expect(sameSecond(body!.issuanceDate as string, saoPaulo(issuedAt))).toBe(true)
    expect(sent.invoice).toMatchObject({ hasEmbeddedInvoice: true, embeddedInvoice: xml })
  })

  it('sends a certified marketplace its XML without a warning', async () => {
    const order = await stand.orderWith((one) => isUntouched(one) && isCertified(one))
    const sent = await stand.admin.notifyInvoice(order.orderId, {
      embeddedInvoice: demoInvoiceXml(order),
    })
    expect(sent.problems).toEqual([])
    expect(sent.outcome).toBe('APPLIED')
  })

  it('invoices by items, then the rest, to the cent', async () => {
    const { orderId, value, items } = await stand.orderWith(isSplittable)
    const id = items[0]!.id
    const first = await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: 'A1',
      items: [{ id, quantity: 1 }],
    })
    expect([first.outcome, first.problems]).toEqual(['APPLIED', []])
    expect(first.order).toMatchObject({ stage: 'PARTIALLY_INVOICED' })
    expect(first.order!.items[0]).toMatchObject({
      invoicedQuantity: 1,
      remainingQuantity: items[0]!.quantity - 1,
    })
    expect(first.order!.remainingValue).toBe(value - first.invoice!.invoiceValue)

    const rest = await stand.admin.previewInvoice(orderId, { invoiceNumber: 'A2' })
    expect(rest).toMatchObject({
      invoiceValue: first.order!.remainingValue,
      remainingAfter: 0,
      completesOrder: true,
    })
    const second = await stand.admin.notifyInvoice(orderId, { invoiceNumber: 'A2' })
    expect([second.outcome, second.problems]).toEqual(['APPLIED', []])
    const stored = await stand.oms.order(orderId)
    expect(outputSum(stored)).toBe(value)
    expect(stored.status).toBe('invoiced')
    const units = stored.packageAttachment!.packages.flatMap((one) => one.items)
    for (const [itemIndex, { quantity }] of items.entries()) {
      expect(
        units
          .filter((unit) => unit.itemIndex === itemIndex)
          .reduce((sum, unit) => sum + unit.quantity, 0)
      ).toBe(quantity)
    }
  })

  it('invoices by value, which covers no unit', async () => {
    const { orderId, items } = stand.plant(plainPlan())
    const sent = await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: 'V1',
      invoiceValue: 4_000,
      items: [],
    })
    expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
    expect(sent.order).toMatchObject({ remainingValue: 7_000, stage: 'PARTIALLY_INVOICED' })
    expect(sent.order!.items[0]!.remainingQuantity).toBe(items[0]!.quantity)
    const [body] = bodiesOf(await stand.requests(), 'NotifyInvoice')
    expect(body).toMatchObject({ invoiceValue: '4000', items: [] })
  })

  it('stops at a warning until it is accepted', async () => {
    const { orderId } = stand.plant(plainPlan())
    const stopped = await stand.admin.notifyInvoice(orderId, {
      invoiceNumber: 'W1',
      invoiceValue: 10_000,
    })
    expect(stopped.outcome).toBe('REFUSED')
    const codes = stopped.problems.map(({ code }) => code)
    expect(codes).toContain('VALUE_LEAVES_REMAINDER')
    expect(await stand.writes()).toEqual([])
    const sent = await stand.admin.notifyInvoice(
      orderId,
      { invoiceNumber: 'W1', invoiceValue: 10_000 },
      { accept: codes }
    )
    expect(sent.outcome).toBe('APPLIED')
  })

  it('answers ACCEPTED where OMS has not applied it within eight seconds', async () => {
    await stand.behave({ applyDelayMs: 60_000 })
    const { orderId, value } = stand.plant(plainPlan())
    const sending = stand.admin.notifyInvoice(orderId, { invoiceNumber: 'L1' })
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    const sent = await sending
    expect(sent.outcome).toBe('ACCEPTED')
    expect(sent.receipt!.receipt).toMatch(/^[0-9A-Fa-f]{32}$/)
    // Accepted counts at once.
    expect(sent.order).toMatchObject({ invoicedValue: value, remainingValue: 0 })
    expect((await stand.admin.order(orderId))!.allowedActions).not.toContain('NOTIFY_INVOICE')
    await stand.pass(60_000)
    expect((await stand.admin.order(orderId))!.stage).toBe('TO_SHIP')
  })
})

describe('activity', () => {
  it('keeps every attempt, refused ones too, newest first', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: 'a b' })
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    await stand.as('local-operator').notifyInvoice(orderId, { invoiceNumber: '1' })
    await stand.as('local-operator').updatePartialInvoice(orderId, '1', { trackingNumber: 'T1' })
    const activity = await stand.admin.activity(orderId)
    expect(
      activity.map(({ actor, operation, outcome }) => [actor.split('@')[0], operation, outcome])
    ).toEqual([
      ['operator', 'UPDATE_PARTIAL_INVOICE', 'APPLIED'],
      ['operator', 'NOTIFY_INVOICE', 'ALREADY_APPLIED'],
      ['admin', 'NOTIFY_INVOICE', 'APPLIED'],
      ['admin', 'NOTIFY_INVOICE', 'REFUSED'],
    ])
    expect(activity.every(({ summary }) => summary.length > 0)).toBe(true)
    expect(activity[0]!.summary).toContain('T1')
    expect(await stand.admin.activity(orderId, 2)).toEqual(activity.slice(0, 2))
  })

  it('is written to no timeline in OMS unless the settings say so', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual(['NotifyInvoice'])
    const { version, ...settings } = await stand.admin.settings()
    await stand.admin.saveSettings({ ...settings, version, noteOnOrder: true })
    await stand.admin.updatePartialInvoice(orderId, '1', { trackingNumber: 'T1' })
    const notes = bodiesOf(await stand.requests(), 'AddInteraction')
    expect(notes).toHaveLength(1)
    expect(JSON.stringify(notes[0])).toContain('T1')
  })

  it('fails no call where the note fails', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.admin.saveSettings({ ...(await stand.admin.settings()), noteOnOrder: true })
    await stand.behave({ faults: [{ operation: 'AddInteraction', kind: 'status500' }] })
    const sent = await stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
    expect([sent.outcome, sent.problems]).toEqual(['APPLIED', []])
  })
})

describe('settings', () => {
  it('have defaults, are saved and read back', async () => {
    const before = await stand.admin.settings()
    expect(before).toMatchObject({
      defaultCourier: null,
      carriers: [],
      xmlRequired: 'CERTIFIED_MARKETPLACES',
      freightOn: 'LAST_INVOICE',
      noteOnOrder: false,
      batchPace: 5_820,
      doorAccepts: [
        'VALUE_NOT_ITEMS',
        'VALUE_LEAVES_REMAINDER',
        'XML_REQUIRED',
        'TRACKING_REPLACES',
      ],
    })
    const wanted = {
      defaultCourier: 'Correios',
      carriers: [
        {
          name: 'Correios',
          urlTemplate: 'https://t.example.com/{trackingNumber}',
          numberPattern: '^[A-Z]{2}',
        },
      ],
      xmlRequired: 'ALWAYS',
      freightOn: 'FIRST_INVOICE',
      noteOnOrder: true,
      batchPace: 600,
      doorAccepts: ['XML_REQUIRED', 'XML_DISAGREES'],
    }
    const saved = await stand.admin.saveSettings({ ...wanted, version: before.version })
    expect(saved.problems).toEqual([])
    expect(await stand.admin.settings()).toEqual({ ...wanted, version: saved.settings!.version })
  })

  it('keep the pace of batches where a caller of before names none, and refuse one without room for people', async () => {
    const { batchPace: _batchPace, ...others } = await stand.admin.settings()
    const refused = await stand.admin.saveSettings({ ...others, batchPace: 6_000 })
    expect(refused.problems).toMatchObject([
      { code: 'SETTINGS_INVALID', field: ['settings', 'batchPace'] },
    ])
    const { settings } = await stand.admin.saveSettings({ ...others, batchPace: 600 })
    await stand.admin.saveSettings({ ...others, version: settings!.version, noteOnOrder: true })
    expect(await stand.admin.settings()).toMatchObject({ batchPace: 600, noteOnOrder: true })
  })

  it('decide when a missing XML is a warning', async () => {
    const { orderId } = stand.plant(plainPlan())
    const codes = async () =>
      (await stand.admin.previewInvoice(orderId, { invoiceNumber: '1' })).problems.map(
        ({ code }) => code
      )
    expect(await codes()).toEqual([])
    await stand.admin.saveSettings({ ...(await stand.admin.settings()), xmlRequired: 'ALWAYS' })
    expect(await codes()).toEqual(['XML_REQUIRED'])
  })

  it('decide which invoice carries the freight', async () => {
    const invoiceOneUnit = async () => {
      const { orderId } = stand.plant(plainPlan())
      const preview = await stand.admin.previewInvoice(orderId, {
        invoiceNumber: '1',
        items: [{ id: '101', quantity: 1 }],
      })
      return preview.invoiceValue
    }
    expect(await invoiceOneUnit()).toBe(5_000)
    await stand.admin.saveSettings({
      ...(await stand.admin.settings()),
      freightOn: 'FIRST_INVOICE',
    })
    expect(await invoiceOneUnit()).toBe(6_000)
  })
})
