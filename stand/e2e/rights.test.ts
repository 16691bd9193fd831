import { APP_KEY } from '../identity/owners'
import { demoInvoiceXml } from '../demo'
import { DOCUMENTS, type RootField } from './harness/documents'
import type { GraphqlCaller, Reply } from './harness/graphql'
import { plainPlan } from './harness/orders'
import { useStand } from './harness/stand'

const stand = useStand()

const NOWHERE = '999-01'
const SETTINGS = {
  version: 'none',
  carriers: [],
  xmlRequired: 'NEVER',
  freightOn: 'LAST_INVOICE',
  noteOnOrder: false,
}

/** Arguments with which a field answers without an order: who may call gets past the rights. */
const ARGUMENTS: Record<RootField, Record<string, unknown>> = {
  order: { orderId: NOWHERE },
  orders: { queue: 'TO_INVOICE', perPage: 1 },
  previewInvoice: { orderId: NOWHERE, invoice: { invoiceNumber: '1' } },
  readFiscalDocument: { xml: '<note/>' },
  activity: { orderId: NOWHERE },
  settings: {},
  viewer: {},
  accountCheck: {},
  startHandling: { orderId: NOWHERE },
  notifyInvoice: { orderId: NOWHERE, invoice: { invoiceNumber: '1' } },
  updatePartialInvoice: { orderId: NOWHERE, invoiceNumber: '1', tracking: { courier: 'C' } },
  updateTrackingStatus: { orderId: NOWHERE, invoiceNumber: '1', status: { isDelivered: false } },
  fulfill: { orderId: NOWHERE, fulfill: { status: { isDelivered: false } } },
  batch: { batchId: 'none' },
  batches: {},
  batchRows: { batchId: 'none' },
  matchOrders: { references: [] },
  createBatch: { batch: { key: 'k', name: 'n', rowCount: 1 } },
  addBatchRows: { batchId: 'none', offset: 0, rows: [] },
  startBatch: { batchId: 'none' },
  pauseBatch: { batchId: 'none' },
  retryBatch: { batchId: 'none' },
  deleteBatch: { batchId: 'none' },
  saveSettings: { settings: SETTINGS },
  connectors: {},
  saveConnector: { connector: { name: 'none', isOn: false } },
  testConnector: { name: 'none' },
}
const FIELDS = Object.keys(ARGUMENTS) as RootField[]

const LOOK: RootField[] = [
  'order',
  'orders',
  'previewInvoice',
  'readFiscalDocument',
  'activity',
  'settings',
  'viewer',
  'batch',
  'batches',
  'batchRows',
  'matchOrders',
]
const SEND: RootField[] = [
  'notifyInvoice',
  'updatePartialInvoice',
  'updateTrackingStatus',
  'fulfill',
  'createBatch',
  'addBatchRows',
  'startBatch',
  'pauseBatch',
  'retryBatch',
  'deleteBatch',
]

/** Who may call what; everything else is FORBIDDEN. */
const MAY: Record<string, RootField[]> = {
  'local-admin': FIELDS,
  'local-operator': [...LOOK, ...SEND, 'startHandling'],
  'local-viewer': LOOK,
  'local-nobody': [],
  'local-app': [...LOOK, ...SEND],
}

/** What is not there is an answer of the service too. */
const passed = ({ errors }: Reply): boolean =>
  errors.length === 0 ||
  ['ORDER_NOT_FOUND', 'BATCH_NOT_FOUND'].includes(errors[0]!.extensions?.code ?? '')

/** What the runtime adds by itself: the error's name and words, and of `@auth` its code. */
const ADDED_BY_THE_RUNTIME = ['code', 'details', 'message', 'name']

function expectNothingLeaks({ text, errors }: Reply): void {
  if (errors.length === 0) return
  expect(text).not.toMatch(/local-[a-z]|node_modules|\bat .+:\d+:\d+|"stack"|credential/i)
  for (const { extensions = {} } of errors) {
    const { exception = {}, ...own } = extensions as Record<string, object | undefined>
    expect(['code', 'requestId']).toEqual(expect.arrayContaining(Object.keys(own)))
    expect(ADDED_BY_THE_RUNTIME).toEqual(expect.arrayContaining(Object.keys(exception)))
  }
}

describe.each(Object.keys(MAY))('%s', (token) => {
  it.each(FIELDS)('%s', async (field) => {
    const isApp = token === 'local-app'
    const reply = await stand
      .as(token, { by: isApp ? 'header' : 'cookie' })
      .reply(field, ARGUMENTS[field])
    const code = reply.errors[0]?.extensions?.code
    expect({ passed: passed(reply), code: passed(reply) ? null : code }).toEqual(
      MAY[token]!.includes(field)
        ? { passed: true, code: null }
        : { passed: false, code: 'FORBIDDEN' }
    )
    expectNothingLeaks(reply)
  })
})

describe.each([
  ['without a token', null],
  ['with an expired token', 'local-expired'],
  ['as an admin of another account', 'local-foreign'],
  ['with a token of nobody', 'made-up-token'],
])('%s', (_name, token) => {
  it.each(FIELDS)('%s is UNAUTHENTICATED', async (field) => {
    for (const by of ['cookie', 'header'] as const) {
      const reply = await stand.as(token, { by }).reply(field, ARGUMENTS[field])
      expect(reply.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
      expectNothingLeaks(reply)
    }
  })
})

it('lets nobody without a token send anything to OMS', async () => {
  const { orderId } = stand.plant(plainPlan())
  for (const token of [null, 'local-expired', 'local-foreign', 'local-nobody', 'local-viewer']) {
    await stand.as(token).reply('notifyInvoice', { orderId, invoice: { invoiceNumber: '1' } })
  }
  expect(await stand.writes()).toEqual([])
})

describe('another IO app', () => {
  it('with the policy of this app invoices, on its own token', async () => {
    const { orderId } = stand.plant(plainPlan())
    const app = stand.as('local-app', { by: 'header' })
    expect((await app.notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe('APPLIED')
    expect((await stand.requests()).map(({ token }) => token)).toEqual(['app', 'app', 'app'])
    expect((await stand.admin.activity(orderId))[0]!.actor).toBe('storeops.local-app@1.0.0')
  })

  it('without that policy is turned away by the platform', async () => {
    const { orderId } = stand.plant(plainPlan())
    for (const field of FIELDS) {
      const reply = await stand.as('local-app-unlisted', { by: 'header' }).reply(field, {
        ...ARGUMENTS[field],
        ...('orderId' in ARGUMENTS[field] ? { orderId } : {}),
      })
      expect([reply.status, reply.data]).toEqual([403, null])
    }
    expect(await stand.requests()).toEqual([])
  })
})

describe('an ERP with an app key', () => {
  async function logIn(apptoken: string): Promise<string | null> {
    const answer = await stand
      .control<{ token: string | null }>('POST', '/api/vtexid/apptoken/login', {
        appkey: APP_KEY.key,
        apptoken,
      })
      .catch(() => ({ token: null }))
    return answer.token
  }

  it('gets a token at apptoken/login and invoices with it', async () => {
    const { orderId } = stand.plant(plainPlan())
    const erp = stand.as(await logIn(APP_KEY.token), { by: 'header' })
    expect((await erp.notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe('APPLIED')
    expect((await stand.writes()).map(({ token }) => token)).toEqual(['key'])
    expect((await erp.activity(orderId))[0]!.actor).toBe('vtexappkey-storeops-LOCAL')
  })

  it('gets none with a wrong key, and app key headers mean nothing to the service', async () => {
    expect(await logIn('wrong')).toBeNull()
    const response = await fetch(stand.world.info().graphql!, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'X-VTEX-API-AppKey': APP_KEY.key,
        'X-VTEX-API-AppToken': APP_KEY.token,
      },
      body: JSON.stringify({ query: '{ viewer { actor } }' }),
    })
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('a return, which refunds money by itself', () => {
  const RETURN = { type: 'INPUT', invoiceNumber: 'R1', invoiceValue: 100, items: [] }

  it('is FORBIDDEN to an operator and an app, who lack the refund right', async () => {
    const { orderId } = await stand.orderWith(({ status }) => status === 'invoiced')
    for (const caller of [stand.as('local-operator'), stand.as('local-app', { by: 'header' })]) {
      const reply = await caller.reply('notifyInvoice', {
        orderId,
        invoice: RETURN,
        accept: ['RETURN_TRIGGERS_REFUND'],
      })
      expect(reply.errors[0]?.extensions?.code).toBe('FORBIDDEN')
      const inside = await caller.reply('fulfill', {
        orderId,
        fulfill: { invoice: RETURN },
        accept: ['RETURN_TRIGGERS_REFUND'],
      })
      expect(inside.errors[0]?.extensions?.code).toBe('FORBIDDEN')
    }
    expect(await stand.writes()).toEqual([])
  })

  it('is open to the admin', async () => {
    const { orderId } = await stand.orderWith(
      ({ status, packageAttachment }) =>
        status === 'invoiced' && packageAttachment?.packages.length === 1
    )
    const sent = await stand.admin.notifyInvoice(orderId, RETURN, {
      accept: ['RETURN_TRIGGERS_REFUND'],
    })
    expect(sent.outcome).toBe('APPLIED')
  })
})

describe('viewer', () => {
  it.each([
    [
      'local-admin',
      {
        canView: true,
        canStartHandling: true,
        canInvoice: true,
        canReturn: true,
        canConfigure: true,
      },
    ],
    [
      'local-operator',
      {
        canView: true,
        canStartHandling: true,
        canInvoice: true,
        canReturn: false,
        canConfigure: false,
      },
    ],
    [
      'local-viewer',
      {
        canView: true,
        canStartHandling: false,
        canInvoice: false,
        canReturn: false,
        canConfigure: false,
      },
    ],
  ])('says what %s may do', async (token, rights) => {
    const name = token.replace('local-', '')
    expect(await stand.as(token).viewer()).toEqual({ actor: `${name}@storeops.example`, ...rights })
  })

  it('and the order says the same by its actions', async () => {
    const { orderId } = stand.plant(plainPlan())
    expect((await stand.admin.order(orderId))!.allowedActions).toContain('NOTIFY_INVOICE')
    const seen = (await stand.as('local-viewer').order(orderId))!
    expect(seen.allowedActions).toEqual([])
    const blocked = seen.blocked.find(({ action }) => action === 'NOTIFY_INVOICE')!
    expect(blocked.problem.code).toBe('OMS_FORBIDDEN')
    expect(JSON.stringify(blocked.problem.facts)).toContain('ShippingAction')
  })
})

describe('the token that @auth judged', () => {
  it('is the one that goes to OMS: the cookie wins over the header', async () => {
    const { orderId } = stand.plant(plainPlan())
    const response = await fetch(stand.world.info().graphql!, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: 'VtexIdclientAutCookie=local-viewer',
        VtexIdclientAutCookie: 'local-admin',
      },
      body: JSON.stringify({
        query: DOCUMENTS.notifyInvoice.replace(/@ctx/g, ''),
        variables: { orderId, invoice: { invoiceNumber: '1' } },
      }),
    })
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
    expect(await stand.writes()).toEqual([])
  })

  it.each(['cookie', 'header'] as const)('goes there from the %s', async (by) => {
    const { orderId } = stand.plant(plainPlan())
    await stand.as('local-operator', { by }).notifyInvoice(orderId, { invoiceNumber: '1' })
    expect(new Set((await stand.requests()).map(({ token }) => token))).toEqual(new Set(['person']))
    expect((await stand.admin.activity(orderId))[0]!.actor).toBe('operator@storeops.example')
  })
})

describe('answers', () => {
  const everyone: [string, () => GraphqlCaller][] = [
    ['at the public address', () => stand.admin],
    ['at the address of the Admin', () => stand.as('local-admin', { address: 'admin' })],
  ]

  it.each(everyone)('work %s', async (_name, caller) => {
    const { orderId } = stand.plant(plainPlan())
    expect(await caller().viewer()).toMatchObject({ canInvoice: true })
    expect((await caller().notifyInvoice(orderId, { invoiceNumber: '1' })).outcome).toBe('APPLIED')
    expect((await caller().order(orderId))!.stage).toBe('TO_SHIP')
  })

  it.each(FIELDS)('of %s are cacheable by nobody but the caller', async (field) => {
    for (const token of ['local-admin', 'local-nobody', null]) {
      const { headers } = await stand.as(token).reply(field, ARGUMENTS[field])
      expect(headers.get('cache-control')).toMatch(/private|no-store/)
      expect(headers.get('cache-control')).not.toMatch(/public/)
    }
  })

  it('refuse mutations over GET, which a link with a cookie would send', async () => {
    const { orderId } = stand.plant(plainPlan())
    const variables = {
      orderId,
      invoice: { invoiceNumber: '1' },
      invoiceNumber: '1',
      tracking: { courier: 'C' },
      status: { isDelivered: false },
      fulfill: { status: { isDelivered: false } },
      settings: SETTINGS,
      ...ARGUMENTS.createBatch,
      ...ARGUMENTS.addBatchRows,
      ...ARGUMENTS.saveConnector,
      ...ARGUMENTS.testConnector,
    }
    for (const field of FIELDS.filter((name) => DOCUMENTS[name].startsWith('mutation'))) {
      const reply = await stand.admin.sendByGet(DOCUMENTS[field], variables)
      expect(reply.errors[0]?.extensions?.code).toBe('MUTATION_OVER_GET')
    }
    expect(await stand.writes()).toEqual([])
  })

  it('serve queries over GET, uncached', async () => {
    const reply = await stand.admin.sendByGet(DOCUMENTS.viewer)
    expect(reply.data).toMatchObject({ viewer: { canInvoice: true } })
    expect(reply.headers.get('cache-control')).not.toMatch(/public/)
  })

  it('say of a failing OMS only a code, words and the request id', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'status500' }] })
    const reply = await stand.admin.reply('order', { orderId })
    expect(reply.errors).toHaveLength(1)
    expect(reply.errors[0]!.extensions).toMatchObject({
      code: 'OMS_UNAVAILABLE',
      requestId: reply.headers.get('x-request-id'),
    })
    expect(reply.text).not.toMatch(/An error has occurred|vtexcommercestable|local-admin/)
    expectNothingLeaks(reply)
  })

  it('repeat no personal data of a document in an error', async () => {
    const order = stand.plant(plainPlan())
    await stand.behave({ faults: [{ operation: 'GetOrder', kind: 'html' }] })
    const xml = demoInvoiceXml(order)
    const reply = await stand.admin.reply('previewInvoice', {
      orderId: order.orderId,
      invoice: { embeddedInvoice: xml },
    })
    expect(reply.errors[0]?.extensions?.code).toMatch(/^OMS_/)
    expect(reply.text).not.toContain(order.clientProfileData!.document)
    expectNothingLeaks(reply)
  })
})
