import { demoInvoiceXml } from '../demo'
import { TWIN_LINES, planOf } from './harness/problemOrders'
import type { Problem } from './harness/contract'
import { KETTLE, MUG } from '../demo/catalog'
import { filledBatch, plantRows, untilState } from './harness/batches'
import { documentedFacts, factsAstray } from './harness/documentedFacts'
import { GraphqlRefusal } from './harness/graphql'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'
import { DAY_MS, HOUR_MS, MINUTE_MS, saoPaulo } from './harness/time'

/** Each code of the contract: where it comes from, its severity, its place in the arguments, its facts. */

const stand = useStand()

interface Case {
  readonly code: string
  /** Beside the code in the test's name, where a code has several cases. */
  readonly when?: string
  readonly severity: Problem['severity']
  /** Left out where the contract names none. */
  readonly field?: string[]
  /** A text: that very value. A pattern: such a value. */
  readonly facts?: Record<string, string | RegExp>
  readonly differs?: boolean
  readonly problems: () => Promise<Problem[]>
}

const iso = (offsetMs = 0): string => saoPaulo(stand.now() + offsetMs)
const plain = () => stand.plant(plainPlan())

/** Invoice 1, whose answer is lost and which no reading settles. */
const sendUnanswered = async (orderId: string) => {
  await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
  const sending = stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
  await stand.received('NotifyInvoice')
  await stand.pass(9_000)
  const sent = await sending
  expect(sent.outcome).toBe('UNKNOWN')
  return sent
}

const notify = async (
  orderId: string,
  invoice: object,
  more: { accept?: string[]; replace?: string } = {}
) => (await stand.admin.notifyInvoice(orderId, invoice as Record<string, unknown>, more)).problems

const preview = async (orderId: string, invoice: object) =>
  (await stand.admin.previewInvoice(orderId, invoice as Record<string, unknown>)).problems

const withInvoice = async (more: object = {}): Promise<string> => {
  const { orderId } = plain()
  const sent = await stand.admin.notifyInvoice(orderId, {
    invoiceNumber: '1',
    issuanceDate: iso(-HOUR_MS),
    ...more,
  })
  expect(sent.outcome).toBe('APPLIED')
  return orderId
}

const track = async (orderId: string, tracking: object, accept: string[] = []) =>
  (
    await stand.admin.updatePartialInvoice(
      orderId,
      '1',
      tracking as Record<string, unknown>,
      accept
    )
  ).problems

const report = async (orderId: string, status: object, accept: string[] = []) =>
  (await stand.admin.updateTrackingStatus(orderId, '1', status as Record<string, unknown>, accept))
    .problems

const fulfilled = async (orderId: string, fulfill: Record<string, unknown>) =>
  (await stand.admin.fulfill(orderId, fulfill)).problems

const invoiced = (more: object = {}) =>
  stand.plant(
    plainPlan({
      status: 'invoiced',
      packages: [{ number: '1', value: 'rest', hoursAgo: 20, ...more }],
    })
  )

const DOCUMENTED = documentedFacts()

/** Codes that carry no fact: their words and their field say it all. */
const WITHOUT_FACTS = [
  'ORDER_INCOMPLETE',
  'INVOICE_NUMBER_REQUIRED',
  'INVOICE_EXISTS',
  'VALUE_INVALID',
  'VALUE_NOT_POSITIVE',
  'ITEMS_EMPTY',
  'ITEM_QUANTITY_INVALID',
  'XML_REQUIRED',
  'XML_UNSAFE',
  'XML_TEST_ENVIRONMENT',
  'XML_RECIPIENT_DIFFERS',
  'ACCESS_KEY_INVALID',
  'DATE_IN_FUTURE',
  'FULFILL_EMPTY',
  'TRACKING_EMPTY',
  'TRACKING_NUMBER_MISSING',
  'EVENTS_ALL_KNOWN',
  'SETTINGS_CHANGED',
  'OMS_UNAVAILABLE',
  'OMS_UNREADABLE',
  'CONNECTOR_UNKNOWN',
  'BATCH_ROW_POISONED',
  'READ_MODEL_REMOVING',
  'READ_MODEL_NEEDED',
  'FILTER_WITH_SEARCH',
  'FILTER_INVALID',
]

/** Of connectors: held in connectors.test.ts, and in askedCarriers.test.ts. */
const OF_CONNECTORS = [
  'CONNECTOR_UNKNOWN',
  'CONNECTOR_SECRET_WEAK',
  'CONNECTOR_REFUSED',
  'CONNECTOR_AWAY',
]

/** Held in readModel.test.ts and readModelQueues.test.ts. */
const OF_READ_MODEL = [
  'READ_MODEL_REFUSED',
  'READ_MODEL_REMOVING',
  'READ_MODEL_NEEDED',
  'FILTER_WITH_SEARCH',
  'FILTER_INVALID',
]

/** Held in orderHook.test.ts. */
const OF_HOOK = [
  'ORDER_HOOK_TAKEN',
  'ORDER_HOOK_KEY_REFUSED',
  'ORDER_HOOK_REFUSED',
  'ORDER_HOOK_LEFT',
]

/** Told by carriers' news alone: how each comes about is held beside the carrier door. */
const BY_CARRIERS = [
  'TRACKING_RETURNED',
  'TRACKING_LOST',
  'TRACKING_ATTEMPT_FAILED',
  'TRACKING_PICKUP',
  'TRACKING_UNKNOWN_CODE',
]

const ACCEPT_RETURN = { accept: ['RETURN_TRIGGERS_REFUND'] }

const CASES: Case[] = [
  {
    code: 'ORDER_NOT_FOUND',
    severity: 'ERROR',
    facts: { orderId: '999-01' },
    problems: () => notify('999-01', { invoiceNumber: '1' }),
  },
  {
    code: 'ORDER_STATE_FORBIDS',
    severity: 'ERROR',
    facts: { status: 'payment-pending', operation: 'NOTIFY_INVOICE' },
    problems: () =>
      notify(stand.plant(plainPlan({ status: 'payment-pending' })).orderId, { invoiceNumber: '1' }),
  },
  {
    code: 'ORDER_CHANGE_IN_PROGRESS',
    severity: 'ERROR',
    facts: { requestId: /^[0-9A-Fa-f-]{36}$/ },
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ readings: { changeDelayMs: DAY_MS } })
      const asked = await stand.oms.call('PATCH', `/api/order-system/orders/${orderId}/changes`, {
        reason: 'test',
        manualDiscountValue: 100,
      })
      expect(asked.status).toBe(202)
      return notify(orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'ORDER_INCOMPLETE',
    severity: 'ERROR',
    problems: () =>
      notify(stand.plant(plainPlan({ isCompleted: false })).orderId, { invoiceNumber: '1' }),
  },
  {
    code: 'ORDER_CANCELING',
    when: 'a cancellation is asked for',
    severity: 'WARNING',
    facts: { status: 'cancellation-requested' },
    problems: () =>
      notify(stand.plant(plainPlan({ status: 'cancellation-requested' })).orderId, {
        invoiceNumber: '1',
      }),
  },
  {
    code: 'ORDER_CANCELING',
    when: 'a cancellation is under way',
    severity: 'ERROR',
    facts: { status: 'request-cancel' },
    problems: () =>
      notify(stand.plant(plainPlan({ status: 'request-cancel' })).orderId, { invoiceNumber: '1' }),
  },
  {
    code: 'ORDER_STUCK',
    severity: 'WARNING',
    facts: { status: 'start-handling', since: /^\d{4}-/ },
    problems: async () => {
      const { orderId } = stand.plant(
        plainPlan({ status: 'start-handling', workflowIsInError: true })
      )
      return (await stand.admin.order(orderId))!.attention
    },
  },
  {
    code: 'INVOICE_NOT_SHOWN',
    severity: 'WARNING',
    facts: { invoiceNumber: '1', type: 'OUTPUT', sentAt: /^\d{4}-/, receipt: /./ },
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ applyDelayMs: 24 * HOUR_MS })
      const sending = stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      await stand.received('NotifyInvoice')
      await stand.pass(9_000)
      expect((await sending).outcome).toBe('ACCEPTED')
      await stand.pass(61 * MINUTE_MS)
      return (await stand.admin.order(orderId))!.attention
    },
  },
  {
    code: 'WRITE_NOT_SHOWN',
    severity: 'WARNING',
    facts: { invoiceNumber: '1', operation: 'NOTIFY_INVOICE', sentAt: /^\d{4}-/ },
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ applyDelayMs: 24 * HOUR_MS })
      const sending = stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      await stand.received('NotifyInvoice')
      await stand.pass(9_000)
      expect((await sending).outcome).toBe('ACCEPTED')
      await stand.pass(10 * MINUTE_MS)
      return (await stand.admin.order(orderId))!.attention
    },
  },
  {
    code: 'LATE',
    severity: 'WARNING',
    facts: { estimatedDelivery: /^\d{4}-/ },
    problems: async () => {
      const { orderId } = stand.plant(plainPlan({ promiseDays: -1 }))
      return (await stand.admin.order(orderId))!.attention
    },
  },
  {
    code: 'INVOICE_NUMBER_UNSAFE',
    severity: 'ERROR',
    field: ['invoice', 'invoiceNumber'],
    facts: { suggestion: /^[A-Za-z0-9-]*12-34[A-Za-z0-9-]*$|^1234$/ },
    problems: () => notify(plain().orderId, { invoiceNumber: '12/34 ' }),
  },
  {
    code: 'INVOICE_NUMBER_REQUIRED',
    severity: 'ERROR',
    field: ['invoice', 'invoiceNumber'],
    problems: () => notify(plain().orderId, {}),
  },
  {
    code: 'INVOICE_EXISTS',
    severity: 'ERROR',
    differs: true,
    problems: async () =>
      notify(await withInvoice(), {
        invoiceNumber: '1',
        invoiceUrl: 'https://example.com/other.pdf',
      }),
  },
  {
    code: 'INVOICE_CHANGED',
    severity: 'ERROR',
    differs: true,
    facts: { version: /.+/ },
    problems: async () => {
      const orderId = await withInvoice()
      const seen = (await stand.admin.order(orderId))!.packages[0]!.version
      await track(orderId, { courier: 'Somebody else was faster' })
      return notify(
        orderId,
        { invoiceNumber: '1', invoiceUrl: 'https://example.com/1.pdf' },
        { replace: seen }
      )
    },
  },
  {
    code: 'INVOICE_NOT_FOUND',
    severity: 'ERROR',
    facts: { invoiceNumbers: '1' },
    problems: async () => {
      const orderId = await withInvoice()
      return (await stand.admin.updatePartialInvoice(orderId, '2', { courier: 'C' })).problems
    },
  },
  {
    code: 'INVOICE_AMBIGUOUS',
    severity: 'ERROR',
    facts: { count: '2' },
    problems: async () => {
      const { orderId } = stand.plant(
        plainPlan({
          status: 'invoiced',
          packages: [
            { number: '1', value: 4_000, hoursAgo: 20, items: [[0, 1]] },
            { number: '1', value: 'rest', hoursAgo: 19, items: [[0, 1]] },
          ],
        })
      )
      return track(orderId, { courier: 'C' })
    },
  },
  {
    code: 'REPLACE_MAY_COUNT_TWICE',
    severity: 'WARNING',
    field: ['replace'],
    facts: { value: /^[1-9]\d*$/ },
    problems: async () => {
      const orderId = await withInvoice({ items: [{ itemIndex: 0, quantity: 1 }] })
      const seen = (await stand.admin.order(orderId))!.packages[0]!.version
      return notify(
        orderId,
        { invoiceNumber: '1', invoiceUrl: 'https://example.com/1.pdf' },
        { replace: seen }
      )
    },
  },
  {
    code: 'REPLACE_LOSES_FIELDS',
    severity: 'WARNING',
    facts: { fields: /dispatchedDate/ },
    problems: async () => {
      const { orderId } = invoiced()
      const seen = (await stand.admin.order(orderId))!.packages[0]!.version
      return notify(
        orderId,
        { invoiceNumber: '1', invoiceUrl: 'https://example.com/1.pdf' },
        { replace: seen }
      )
    },
  },
  {
    code: 'IN_PROGRESS',
    severity: 'ERROR',
    facts: { since: /^\d{4}-/ },
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
      const first = stand.admin.notifyInvoice(orderId, { invoiceNumber: '1' })
      await stand.received('NotifyInvoice')
      const second = await stand.untilAtClaim(() => notify(orderId, { invoiceNumber: '2' }))
      await stand.pass(25_000)
      const problems = await second.answer
      await stand.setClock(0)
      await stand.release()
      await first
      return problems
    },
  },
  {
    code: 'VALUE_INVALID',
    when: 'the value is no whole number',
    severity: 'ERROR',
    field: ['invoice', 'invoiceValue'],
    problems: () => notify(plain().orderId, { invoiceNumber: '1', invoiceValue: 12.5 }),
  },
  {
    code: 'VALUE_INVALID',
    when: 'a price is a text',
    severity: 'ERROR',
    field: ['invoice', 'items', '0', 'price'],
    problems: () =>
      notify(plain().orderId, {
        invoiceNumber: '1',
        items: [{ id: '101', quantity: 1, price: '24.99' }],
      }),
  },
  {
    code: 'VALUE_INVALID',
    when: 'the value is beyond 2^53',
    severity: 'ERROR',
    field: ['invoice', 'invoiceValue'],
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', invoiceValue: 9_007_199_254_740_993 }),
  },
  {
    code: 'VALUE_NOT_POSITIVE',
    severity: 'ERROR',
    field: ['invoice', 'invoiceValue'],
    problems: () => notify(plain().orderId, { invoiceNumber: '1', invoiceValue: 0 }),
  },
  {
    code: 'VALUE_OVER_REMAINING',
    severity: 'ERROR',
    field: ['invoice', 'invoiceValue'],
    facts: { remaining: '11000' },
    problems: () => notify(plain().orderId, { invoiceNumber: '1', invoiceValue: 11_001 }),
  },
  {
    code: 'VALUE_NOT_ITEMS',
    severity: 'WARNING',
    field: ['invoice', 'invoiceValue'],
    facts: { itemsValue: '5000' },
    problems: () =>
      notify(plain().orderId, {
        invoiceNumber: '1',
        invoiceValue: 4_900,
        items: [{ id: '101', quantity: 1 }],
      }),
  },
  {
    code: 'VALUE_LEAVES_REMAINDER',
    severity: 'WARNING',
    field: ['invoice', 'invoiceValue'],
    facts: { remainder: '1000' },
    problems: () => notify(plain().orderId, { invoiceNumber: '1', invoiceValue: 10_000 }),
  },
  {
    code: 'ITEMS_EMPTY',
    severity: 'ERROR',
    field: ['invoice', 'items'],
    problems: () => notify(plain().orderId, { invoiceNumber: '1', items: [] }),
  },
  {
    code: 'ITEM_NOT_IN_ORDER',
    when: 'by SKU',
    severity: 'ERROR',
    field: ['invoice', 'items', '1'],
    facts: { id: '4711' },
    problems: () =>
      notify(plain().orderId, {
        invoiceNumber: '1',
        items: [
          { id: '101', quantity: 1 },
          { id: '4711', quantity: 1 },
        ],
      }),
  },
  {
    code: 'ITEM_NOT_IN_ORDER',
    when: 'by position',
    severity: 'ERROR',
    field: ['invoice', 'items', '0'],
    facts: { itemIndex: '7' },
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', items: [{ itemIndex: 7, quantity: 1 }] }),
  },
  {
    code: 'ITEM_AMBIGUOUS',
    when: 'both id and itemIndex',
    severity: 'ERROR',
    field: ['invoice', 'items', '0'],
    facts: { itemIndexes: '0' },
    problems: () =>
      notify(plain().orderId, {
        invoiceNumber: '1',
        items: [{ id: '101', itemIndex: 0, quantity: 1 }],
      }),
  },
  {
    code: 'ITEM_AMBIGUOUS',
    when: 'an SKU in lines at different prices',
    severity: 'ERROR',
    facts: { itemIndexes: /0.*1/ },
    problems: () =>
      notify(stand.plant(planOf(TWIN_LINES)).orderId, {
        invoiceNumber: '1',
        items: [{ id: '101', quantity: 1 }],
      }),
  },
  {
    code: 'ITEM_QUANTITY_INVALID',
    severity: 'ERROR',
    field: ['invoice', 'items', '0', 'quantity'],
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', items: [{ id: '101', quantity: 0 }] }),
  },
  {
    code: 'ITEM_QUANTITY_OVER_REMAINING',
    severity: 'ERROR',
    field: ['invoice', 'items', '0', 'quantity'],
    facts: { remaining: '2', id: '101' },
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', items: [{ id: '101', quantity: 3 }] }),
  },
  {
    code: 'RETURN_BEFORE_INVOICED',
    severity: 'ERROR',
    facts: { status: 'handling', fullyInvoiced: 'false' },
    problems: () =>
      notify(
        plain().orderId,
        { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: 100, items: [] },
        ACCEPT_RETURN
      ),
  },
  {
    code: 'RETURN_TRIGGERS_REFUND',
    severity: 'WARNING',
    facts: { amount: '2500' },
    problems: () =>
      notify(invoiced().orderId, {
        type: 'INPUT',
        invoiceNumber: 'R1',
        invoiceValue: 2_500,
        items: [],
      }),
  },
  {
    code: 'VALUE_OVER_REFUNDABLE',
    severity: 'ERROR',
    field: ['invoice', 'invoiceValue'],
    facts: { refundable: '11000' },
    problems: () =>
      notify(
        invoiced().orderId,
        { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: 11_001, items: [] },
        ACCEPT_RETURN
      ),
  },
  {
    code: 'XML_REQUIRED',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    problems: () => {
      const marketplace = {
        name: 'Mercado Livre',
        affiliateId: 'MLB',
        orderId: '1',
        isCertified: true,
      }
      return notify(stand.plant(plainPlan({ marketplace })).orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'XML_UNREADABLE',
    when: 'in an invoice',
    severity: 'ERROR',
    field: ['invoice', 'embeddedInvoice'],
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', embeddedInvoice: '<nfeProc><NFe>' }),
  },
  {
    code: 'XML_UNREADABLE',
    when: 'read by itself',
    severity: 'ERROR',
    problems: async () => (await stand.admin.readFiscalDocument('no xml at all')).problems,
  },
  {
    code: 'XML_UNSAFE',
    severity: 'ERROR',
    field: ['invoice', 'embeddedInvoice'],
    problems: () => {
      const embeddedInvoice = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
      return notify(plain().orderId, { invoiceNumber: '1', embeddedInvoice })
    },
  },
  {
    code: 'XML_NOT_AUTHORIZED',
    when: 'without protocol',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    facts: { status: 'no protocol' },
    problems: () => {
      const order = plain()
      return notify(order.orderId, { embeddedInvoice: demoInvoiceXml(order, { bare: true }) })
    },
  },
  {
    code: 'XML_NOT_AUTHORIZED',
    when: 'denied',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    facts: { status: /110/ },
    problems: () => {
      const order = plain()
      return notify(order.orderId, { embeddedInvoice: demoInvoiceXml(order, { cStat: '110' }) })
    },
  },
  {
    code: 'XML_DISAGREES',
    when: 'on the number',
    severity: 'WARNING',
    field: ['invoice', 'invoiceNumber'],
    facts: { given: '18', read: '17' },
    problems: () => {
      const order = plain()
      return notify(order.orderId, {
        invoiceNumber: '18',
        embeddedInvoice: demoInvoiceXml(order, { number: 17 }),
      })
    },
  },
  {
    code: 'XML_DISAGREES',
    when: 'on the value',
    severity: 'WARNING',
    field: ['invoice', 'invoiceValue'],
    facts: { given: '10900', read: '11000' },
    problems: () => {
      const order = plain()
      return notify(order.orderId, { invoiceValue: 10_900, embeddedInvoice: demoInvoiceXml(order) })
    },
  },
  {
    code: 'XML_DISAGREES',
    when: 'on the key',
    severity: 'ERROR',
    field: ['invoice', 'invoiceKey'],
    facts: { given: '31170758731662018088550010006437971006437976', read: /^\d{44}$/ },
    problems: () => {
      const order = plain()
      const invoiceKey = '31170758731662018088550010006437971006437976'
      return notify(order.orderId, { invoiceKey, embeddedInvoice: demoInvoiceXml(order) })
    },
  },
  {
    code: 'XML_WRONG_TYPE',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    facts: { nature: 'RETURN', type: 'OUTPUT' },
    problems: () => {
      const order = plain()
      const embeddedInvoice = demoInvoiceXml(order).replace('<finNFe>1<', '<finNFe>4<')
      return notify(order.orderId, { embeddedInvoice })
    },
  },
  {
    code: 'XML_TEST_ENVIRONMENT',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    problems: () => {
      const order = plain()
      return notify(order.orderId, {
        embeddedInvoice: demoInvoiceXml(order, { testEnvironment: true }),
      })
    },
  },
  {
    code: 'XML_ITEMS_UNCLEAR',
    severity: 'WARNING',
    field: ['invoice', 'items'],
    facts: { item: MUG.name, skus: [MUG.id, KETTLE.id].join(', ') },
    problems: () => {
      const lines = [MUG, KETTLE].map((sku) => ({ sku, quantity: 1, price: 5_000 }))
      const order = stand.plant(plainPlan({ lines }))
      const ofAnother = `<cProd>${KETTLE.refId}</cProd>`
      return notify(order.orderId, {
        embeddedInvoice: demoInvoiceXml(order).replace(/<cProd>[^<]*<\/cProd>/, ofAnother),
      })
    },
  },
  {
    code: 'XML_RECIPIENT_DIFFERS',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    problems: () => {
      const other = stand.plant(planOf('another customer'))
      return notify(plain().orderId, { embeddedInvoice: demoInvoiceXml(other) })
    },
  },
  {
    code: 'DOCUMENT_ON_OTHER_ORDER',
    severity: 'WARNING',
    field: ['invoice', 'embeddedInvoice'],
    facts: { orderId: /-01$/ },
    problems: async () => {
      const first = plain()
      const embeddedInvoice = demoInvoiceXml(first)
      expect((await stand.admin.notifyInvoice(first.orderId, { embeddedInvoice })).outcome).toBe(
        'APPLIED'
      )
      const problems = await notify(plain().orderId, { embeddedInvoice })
      const found = problems.find(({ code }) => code === 'DOCUMENT_ON_OTHER_ORDER')
      expect(found?.facts).toEqual([{ name: 'orderId', value: first.orderId }])
      return problems
    },
  },
  {
    code: 'ACCESS_KEY_INVALID',
    severity: 'WARNING',
    field: ['invoice', 'invoiceKey'],
    problems: () =>
      notify(plain().orderId, {
        invoiceNumber: '1',
        invoiceKey: '31170758731662018088550010006437971006437975',
      }),
  },
  {
    code: 'DATE_INVALID',
    when: 'without offset',
    severity: 'ERROR',
    field: ['invoice', 'issuanceDate'],
    facts: { reason: 'NO_OFFSET' },
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', issuanceDate: '2026-03-01T10:00:00' }),
  },
  {
    code: 'DATE_INVALID',
    when: 'out of the calendar',
    severity: 'ERROR',
    field: ['status', 'events', '0', 'date'],
    facts: { reason: 'NO_DATE' },
    problems: async () =>
      report(await withInvoice({ trackingNumber: 'T1' }), {
        isDelivered: false,
        events: [{ date: '2026-02-30T10:00:00Z', description: 'Posted' }],
      }),
  },
  {
    code: 'DATE_IN_FUTURE',
    severity: 'ERROR',
    field: ['invoice', 'issuanceDate'],
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', issuanceDate: iso(6 * MINUTE_MS) }),
  },
  {
    code: 'URL_INVALID',
    when: 'of the invoice',
    severity: 'ERROR',
    field: ['invoice', 'invoiceUrl'],
    facts: { reason: 'SCHEME' },
    problems: () =>
      notify(plain().orderId, { invoiceNumber: '1', invoiceUrl: 'javascript:alert(1)' }),
  },
  {
    code: 'URL_INVALID',
    when: 'with credentials',
    severity: 'ERROR',
    field: ['tracking', 'trackingUrl'],
    facts: { reason: 'CREDENTIALS' },
    problems: async () =>
      track(await withInvoice(), { trackingUrl: 'https://me:secret@example.com/' }),
  },
  {
    code: 'TEXT_TOO_LONG',
    severity: 'ERROR',
    field: ['status', 'events', '0', 'description'],
    facts: { max: /^\d+$/ },
    problems: async () =>
      report(await withInvoice({ trackingNumber: 'T1' }), {
        isDelivered: false,
        events: [{ date: iso(), description: 'x'.repeat(5_001) }],
      }),
  },
  {
    code: 'FULFILL_EMPTY',
    severity: 'ERROR',
    field: ['fulfill'],
    problems: async () => fulfilled(plain().orderId, { invoiceNumber: '1' }),
  },
  {
    code: 'INVOICE_NOT_NAMED',
    severity: 'ERROR',
    field: ['fulfill', 'invoiceNumber'],
    facts: { invoiceNumbers: '1, 2' },
    problems: async () => {
      const orderId = await withInvoice({ items: [], invoiceValue: 1_000 })
      await notify(orderId, { invoiceNumber: '2' })
      return fulfilled(orderId, { tracking: { courier: 'C' } })
    },
  },
  {
    code: 'BATCH_NOT_FOUND',
    severity: 'ERROR',
    facts: { batchId: 'none' },
    problems: async () => (await stand.admin.startBatch('none')).problems,
  },
  {
    code: 'BATCH_STATE_FORBIDS',
    severity: 'ERROR',
    facts: { state: 'READY' },
    problems: async () =>
      (await stand.admin.pauseBatch(await filledBatch(stand.admin, plantRows(stand, 1)))).problems,
  },
  {
    code: 'BATCH_ROWS_MISSING',
    severity: 'ERROR',
    facts: { first: '0', count: '2' },
    problems: async () => {
      const { batch } = await stand.admin.createBatch({ key: 'k', name: 'n', rowCount: 2 })
      return (await stand.admin.startBatch(batch!.batchId)).problems
    },
  },
  {
    code: 'BATCH_TOO_LARGE',
    severity: 'ERROR',
    field: ['batch', 'rowCount'],
    facts: { max: '100000' },
    problems: async () =>
      (await stand.admin.createBatch({ key: 'k', name: 'n', rowCount: 100_001 })).problems,
  },
  {
    code: 'BATCH_KEY_TAKEN',
    severity: 'ERROR',
    field: ['batch', 'key'],
    facts: { batchId: /^[\w-]{36}$/ },
    problems: async () => {
      await stand.admin.createBatch({ key: 'k', name: 'n', rowCount: 2 })
      return (await stand.admin.createBatch({ key: 'k', name: 'n', rowCount: 3 })).problems
    },
  },
  {
    code: 'BATCH_ROW_POISONED',
    severity: 'ERROR',
    problems: async () => {
      const batchId = await filledBatch(stand.admin, plantRows(stand, 1))
      await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'hold' }] })
      await stand.admin.startBatch(batchId)
      // Beside others, then alone: there the row is written down before it is touched.
      for (const deaths of [1, 2, 3]) {
        await stand.received('GetOrder', deaths)
        await stand.kill(1)
        await stand.replicaUp(1)
        await stand.pass(MINUTE_MS)
        await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'hold' }] })
        await stand.admin.batch(batchId)
      }
      await untilState(stand.admin, batchId, 'DONE')
      return (await stand.admin.batchRows(batchId)).rows[0]!.problems
    },
  },
  {
    code: 'TRACKING_EMPTY',
    when: 'no field',
    severity: 'ERROR',
    problems: async () => track(await withInvoice(), {}),
  },
  {
    code: 'TRACKING_EMPTY',
    when: 'an empty text',
    severity: 'ERROR',
    field: ['tracking', 'courier'],
    problems: async () => track(await withInvoice(), { trackingNumber: 'T1', courier: '' }),
  },
  {
    code: 'TRACKING_NUMBER_INVALID',
    severity: 'ERROR',
    field: ['tracking', 'trackingNumber'],
    facts: { reason: 'SPREADSHEET' },
    problems: async () => track(await withInvoice(), { trackingNumber: '7,94645E+11' }),
  },
  {
    code: 'TRACKING_NUMBER_MISSING',
    severity: 'ERROR',
    problems: async () => report(await withInvoice(), { isDelivered: true }),
  },
  {
    code: 'TRACKING_REPLACES',
    severity: 'WARNING',
    field: ['tracking', 'trackingNumber'],
    facts: { stored: 'T1' },
    problems: async () =>
      track(await withInvoice({ trackingNumber: 'T1' }), { trackingNumber: 'T2' }),
  },
  {
    code: 'DELIVERED_ALREADY',
    severity: 'WARNING',
    field: ['status', 'isDelivered'],
    facts: { deliveredDate: /^\d{4}-/ },
    problems: async () => {
      const orderId = await withInvoice({ trackingNumber: 'T1' })
      await report(orderId, {
        isDelivered: true,
        events: [{ date: iso(-MINUTE_MS), description: 'Delivered' }],
      })
      return report(orderId, {
        isDelivered: false,
        events: [{ date: iso(), description: 'Found again' }],
      })
    },
  },
  {
    code: 'DELIVERED_BEFORE_DISPATCH',
    severity: 'ERROR',
    field: ['status', 'deliveredDate'],
    facts: { dispatchedDate: /^\d{4}-/ },
    problems: async () => {
      const orderId = await withInvoice({ trackingNumber: 'T1', dispatchedDate: iso(-HOUR_MS) })
      return report(orderId, { isDelivered: true, deliveredDate: iso(-2 * HOUR_MS) })
    },
  },
  {
    code: 'EVENTS_ALL_KNOWN',
    severity: 'WARNING',
    problems: async () => {
      const orderId = await withInvoice({ trackingNumber: 'T1' })
      const status = {
        isDelivered: false,
        events: [{ date: iso(-MINUTE_MS), description: 'Posted' }],
      }
      await report(orderId, status)
      return report(orderId, status)
    },
  },
  {
    code: 'SETTINGS_INVALID',
    severity: 'ERROR',
    field: ['settings', 'carriers', '0', 'numberPattern'],
    facts: { problem: /.+/, carrier: 'C' },
    problems: async () => {
      const settings = await stand.admin.settings()
      const carriers = [{ name: 'C', numberPattern: '(' }]
      return (await stand.admin.saveSettings({ ...settings, carriers })).problems
    },
  },
  {
    code: 'SETTINGS_CHANGED',
    severity: 'ERROR',
    problems: async () => {
      const settings = await stand.admin.settings()
      await stand.admin.saveSettings({ ...settings, defaultCourier: 'First' })
      return (await stand.admin.saveSettings({ ...settings, defaultCourier: 'Second' })).problems
    },
  },
  {
    code: 'RATE_LIMITED',
    severity: 'ERROR',
    facts: { retryAfterSeconds: /^\d+$/ },
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }] })
      return notify(orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'OMS_REJECTED',
    severity: 'ERROR',
    facts: { status: '400', omsMessage: /start-handling does not allow/ },
    problems: async () => {
      const { orderId } = stand.plant(plainPlan({ status: 'start-handling' }))
      await stand.behave({ bugs: { 'orders-stuck-in-starthandling-status': true } })
      return notify(orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'OMS_FORBIDDEN',
    when: 'OMS refuses',
    severity: 'ERROR',
    facts: { right: /ShippingAction|OMSViewer/, roles: /OMS - Full access/ },
    problems: async () => {
      const { orderId } = plain()
      const { manifest } = stand.world
      const outbound = manifest.outbound.filter(({ path }) => path !== '/api/oms/pvt/orders/*')
      stand.world.manifest = { ...manifest, outbound }
      return notify(orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'OMS_FORBIDDEN',
    when: 'an action is shown as blocked',
    severity: 'ERROR',
    facts: {
      right: /Notify invoice.*ShippingAction|ShippingAction.*Notify invoice/,
      roles: /IntegrationProfile - Fulfillment Oms/,
    },
    problems: async () => {
      const shown = await stand.as('local-viewer').order(plain().orderId)
      return shown!.blocked
        .filter(({ action }) => action === 'NOTIFY_INVOICE')
        .map(({ problem }) => problem)
    },
  },
  {
    code: 'OMS_UNAVAILABLE',
    severity: 'ERROR',
    problems: async () => {
      const { orderId } = plain()
      await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
      return notify(orderId, { invoiceNumber: '1' })
    },
  },
  {
    code: 'OMS_UNREADABLE',
    severity: 'ERROR',
    // Of the demo data: its items are a text, and it has no value.
    problems: () => notify('1300090000912-01', { invoiceNumber: '1' }),
  },
  {
    code: 'OMS_OUTCOME_UNKNOWN',
    severity: 'ERROR',
    facts: { sentAt: /^\d{4}-/, retryAt: /^\d{4}-/ },
    problems: async () => {
      return (await sendUnanswered(plain().orderId)).problems
    },
  },
  {
    code: 'OMS_OUTCOME_UNKNOWN',
    when: 'it needs attention',
    severity: 'ERROR',
    facts: { sentAt: /^\d{4}-/, retryAt: /^\d{4}-/, invoiceNumber: '1', type: 'OUTPUT' },
    problems: async () => {
      const { orderId } = plain()
      await sendUnanswered(orderId)
      return (await stand.admin.order(orderId))!.attention
    },
  },
]

it.each(CASES.map((one) => [one.when ? `${one.code}: ${one.when}` : one.code, one] as const))(
  '%s',
  async (_name, { code, severity, field, facts = {}, differs, problems }) => {
    const found = (await problems()).filter((problem) => problem.code === code)
    const problem = field
      ? (found.find((one) => one.field.join() === field.join()) ?? found[0])
      : found[0]
    expect(problem).toMatchObject({ code, severity, ...(field ? { field } : {}) })
    expect(problem!.message.length).toBeGreaterThan(10)
    expect(problem!.message).not.toMatch(/[{}]|undefined|null/)
    const values = Object.fromEntries(problem!.facts.map(({ name, value }) => [name, value]))
    for (const [name, value] of Object.entries(facts)) {
      expect(values[name]).toEqual(typeof value === 'string' ? value : expect.stringMatching(value))
    }
    expect(factsAstray(DOCUMENTED.get(code)!, Object.keys(values))).toEqual([])
    if (differs) expect(problem!.differences.length).toBeGreaterThan(0)
  }
)

it('has a case for every code of the contract', () => {
  expect(DOCUMENTED.size).toBeGreaterThan(50)
  const held = [
    ...CASES.map(({ code }) => code),
    ...BY_CARRIERS,
    ...OF_CONNECTORS,
    ...OF_READ_MODEL,
    ...OF_HOOK,
  ]
  expect([...new Set(held)].sort()).toEqual([...DOCUMENTED.keys()].sort())
})

describe('facts', () => {
  it('are asked of each case by the names that the comment of its code has', () => {
    for (const { code, when, facts = {} } of CASES) {
      const astray = factsAstray(DOCUMENTED.get(code)!, Object.keys(facts))
      expect([code, when, astray]).toEqual([code, when, []])
    }
  })

  it('are named by the comment of every code but these', () => {
    const silent = [...DOCUMENTED].filter(
      ([, { always, sometimes }]) => always.length + sometimes.length === 0
    )
    expect(silent.map(([code]) => code)).toEqual(WITHOUT_FACTS)
  })
})

describe('queries', () => {
  it.each([
    ['order', 'RATE_LIMITED', { operation: 'GetOrder', kind: 'status429' }],
    ['order', 'OMS_UNAVAILABLE', { operation: 'GetOrder', kind: 'reset' }],
    ['orders', 'RATE_LIMITED', { operation: 'ListOrders', kind: 'status429' }],
  ] as const)('%s tells %s by extensions.code', async (field, code, fault) => {
    const { orderId } = plain()
    await stand.behave({ faults: [fault] })
    const reply = await stand.admin.reply(field, field === 'order' ? { orderId } : {})
    expect(reply.errors[0]!.extensions!.code).toBe(code)
  })

  it('preview of no order says so', async () => {
    const outcome = await preview('999-01', { invoiceNumber: '1' }).catch(
      (error: GraphqlRefusal) => error.code
    )
    expect(typeof outcome === 'string' ? outcome : outcome?.map(({ code }) => code).join()).toBe(
      'ORDER_NOT_FOUND'
    )
  })
})
