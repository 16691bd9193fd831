import { APP_KEY, APPS, OWN_APP_TOKEN, ownersOf, PEOPLE } from '../identity/owners'
import { plainPlan } from './harness/orders'
import { until, useStand } from './harness/stand'

/** OMS's own calls at the door of this app, as an ERP makes them. */

const stand = useStand()

const DOOR = '/_v/invoice-tracking/api/oms/pvt/orders'

interface Answer {
  readonly status: number
  readonly outcome: string | null
  readonly headers: Headers
  readonly text: string
  readonly body: {
    receipt?: string | null
    orderId?: string
    message?: string
    error?: { code: string; message: string; exception: null }
    problems?: { code: string; field: string[]; differences: { field: string }[] }[]
    [more: string]: unknown
  }
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { VtexIdclientAutCookie: 'local-operator' }
): Promise<Answer> {
  const response = await fetch(`${stand.url}${DOOR}/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  // Whatever was asked: for no cache, no frame of a browser, and with its outcome.
  expect(response.headers.get('cache-control')).toBe('no-store')
  const isEmpty = response.status === 204
  expect(response.headers.get('content-type') ?? '').toMatch(isEmpty ? /^$/ : /^application\/json/)
  expect(text).not.toMatch(/local-(admin|operator|viewer|key|token)|\n\s+at /)
  return {
    text,
    status: response.status,
    outcome: response.headers.get('x-invoice-outcome'),
    headers: response.headers,
    body: (isEmpty ? {} : JSON.parse(text)) as Answer['body'],
  }
}

const invoiceOf = (orderId: string, more: Record<string, unknown> = {}) => ({
  type: 'Output',
  issuanceDate: new Date(stand.now()).toISOString(),
  invoiceNumber: '000123',
  invoiceValue: String(stand.stored(orderId).value),
  invoiceKey: null,
  courier: null,
  items: [],
  ...more,
})
const packagesOf = (orderId: string) => stand.stored(orderId).packageAttachment?.packages ?? []
const posts = async () =>
  (await stand.writes()).filter(({ operation }) => operation === 'NotifyInvoice')

describe('an ERP with OMS’s own calls at the door', () => {
  it('walks an order from start handling to delivered, once each', async () => {
    const orderId = stand.plant(plainPlan({ status: 'ready-for-handling' })).orderId
    expect(await call('POST', `${orderId}/start-handling`)).toMatchObject({
      status: 204,
      outcome: 'APPLIED',
      text: '',
    })
    const invoice = invoiceOf(orderId)
    const first = await call('POST', `${orderId}/invoice`, invoice)
    expect(first).toMatchObject({ status: 200, outcome: 'APPLIED' })
    expect(first.body.receipt).toMatch(/^[0-9a-f]{32}$/)
    expect(await call('POST', `${orderId}/invoice`, invoice)).toMatchObject({
      status: 200,
      outcome: 'ALREADY_APPLIED',
    })
    const tracking = { trackingNumber: 'AA123456785BR', trackingUrl: null, courier: 'Correios' }
    expect(await call('PATCH', `${orderId}/invoice/000123`, tracking)).toMatchObject({
      status: 200,
      outcome: 'APPLIED',
    })
    const event = {
      city: 'Recife',
      state: 'PE',
      description: 'Delivered',
      date: new Date(stand.now()).toISOString().slice(0, 16).replace('T', ' '),
    }
    const delivered = { isDelivered: true, deliveredDate: null, events: [event] }
    for (const outcome of ['APPLIED', 'ALREADY_APPLIED'])
      expect(await call('PUT', `${orderId}/invoice/000123/tracking`, delivered)).toMatchObject({
        status: 200,
        outcome,
      })
    expect((await stand.writes()).map(({ operation }) => operation)).toEqual([
      'StartHandling',
      'NotifyInvoice',
      'UpdatePartialInvoice',
      'UpdateTrackingStatus',
    ])
    expect((await stand.admin.order(orderId))!.stage).toBe('DELIVERED')
    const [entry] = await stand.admin.activity(orderId)
    expect(entry).toMatchObject({ actor: 'operator@storeops.example' })
  })

  it('invoices by value where it names no items and a part of the value', async () => {
    const { orderId, value } = stand.plant(plainPlan())
    const part = invoiceOf(orderId, { invoiceValue: value - 100 })
    expect(await call('POST', `${orderId}/invoice`, part)).toMatchObject({ outcome: 'APPLIED' })
    expect((await posts())[0]!.body).toMatchObject({ items: [], invoiceValue: String(value - 100) })
    const rest = invoiceOf(orderId, { invoiceNumber: '000124', invoiceValue: '100' })
    expect(await call('POST', `${orderId}/invoice`, rest)).toMatchObject({ outcome: 'APPLIED' })
    expect((await stand.admin.order(orderId))!.remainingValue).toBe(0)
  })

  it('is told what stands under a number, and replaces it only by naming its version', async () => {
    const { orderId } = stand.plant(plainPlan())
    const stored = invoiceOf(orderId)
    await call('POST', `${orderId}/invoice`, stored)
    const other = { ...stored, courier: 'Jadlog' }
    const refused = await call('POST', `${orderId}/invoice`, other)
    expect(refused).toMatchObject({
      status: 409,
      outcome: 'REFUSED',
      body: { error: { code: 'INVOICE_EXISTS', exception: null } },
    })
    expect(refused.body.problems![0]!.differences.map(({ field }) => field)).toEqual(['courier'])
    expect(refused.body.error!.message).toMatch(/If-Match/)
    const read = await call('GET', `${orderId}/invoice/000123`)
    expect(read).toMatchObject({ status: 200, body: { type: 'Output', invoiceNumber: '000123' } })
    const version = read.headers.get('etag')!
    const token = { VtexIdclientAutCookie: 'local-operator' }
    expect(
      await call('POST', `${orderId}/invoice`, other, { ...token, 'If-Match': '"of-yesterday"' })
    ).toMatchObject({ status: 412, body: { error: { code: 'INVOICE_CHANGED' } } })
    const named = { ...token, 'If-Match': version }
    const asked = await call('POST', `${orderId}/invoice`, other, named)
    if (asked.status === 409)
      expect(
        await call('POST', `${orderId}/invoice?accept=${asked.body.error!.code}`, other, named)
      ).toMatchObject({ status: 200 })
    else expect(asked.status).toBe(200)
    expect(packagesOf(orderId)).toMatchObject([{ invoiceNumber: '000123', courier: 'Jadlog' }])
  })

  it('is never sent a refund that it did not accept by name', async () => {
    const { orderId, value } = stand.plant(plainPlan())
    await call('POST', `${orderId}/invoice`, invoiceOf(orderId))
    const back = invoiceOf(orderId, { type: 'Input', invoiceNumber: 'R1', invoiceValue: value })
    const admin = { VtexIdclientAutCookie: 'local-admin' }
    expect(await call('POST', `${orderId}/invoice`, back, admin)).toMatchObject({
      status: 409,
      body: { error: { code: 'RETURN_TRIGGERS_REFUND' } },
    })
    expect(await posts()).toHaveLength(1)
    const path = `${orderId}/invoice?accept=XML_REQUIRED,RETURN_TRIGGERS_REFUND`
    expect(await call('POST', path, back, admin)).toMatchObject({ status: 200 })
  })

  it.each([
    ['an unknown order', 'POST', '999-01/invoice', {}, 404, 'ORDER_NOT_FOUND'],
    ['no number', 'POST', 'ORDER/invoice', {}, 400, 'INVOICE_NUMBER_REQUIRED'],
    [
      'a decimal amount',
      'POST',
      'ORDER/invoice',
      { invoiceNumber: '1', invoiceValue: '249.90' },
      400,
      'VALUE_INVALID',
    ],
    ['an object for a text', 'POST', 'ORDER/invoice', { courier: {} }, 400, 'BODY_INVALID'],
    ['a list', 'POST', 'ORDER/invoice', [], 400, 'BODY_INVALID'],
    ['a kind of its own', 'POST', 'ORDER/invoice', { type: 'Both' }, 400, 'BODY_INVALID'],
    ['what is no JSON', 'POST', 'ORDER/invoice', '{nope', 400, 'BODY_NOT_JSON'],
    ['3 MB and more', 'POST', 'ORDER/invoice', `"${'x'.repeat(3_200_000)}"`, 413, 'BODY_TOO_LARGE'],
    ['an unknown invoice', 'PATCH', 'ORDER/invoice/9', { courier: 'C' }, 404, 'INVOICE_NOT_FOUND'],
    ['an unknown invoice, read', 'GET', 'ORDER/invoice/9', undefined, 404, 'INVOICE_NOT_FOUND'],
    ['a verb of nobody', 'DELETE', 'ORDER/invoice', undefined, 405, 'METHOD_NOT_ALLOWED'],
  ])('is told by field and remedy: %s', async (_name, method, path, body, status, code) => {
    const { orderId } = stand.plant(plainPlan())
    const answer = await call(method, path.replace('ORDER', orderId), body)
    expect(answer).toMatchObject({ status, outcome: 'REFUSED' })
    expect(answer.body.error).toMatchObject({ code, exception: null })
    expect(answer.body.error!.message.length).toBeGreaterThan(10)
    expect(await stand.writes()).toEqual([])
  })
})

describe('the warnings that the door takes by itself', () => {
  const take = async (...doorAccepts: string[]) => {
    const { settings, problems } = await stand.admin.saveSettings({
      ...(await stand.admin.settings()),
      doorAccepts,
    })
    return { doorAccepts: settings?.doorAccepts, problems }
  }
  /** Every unit, for less than it is worth: a real of the order would stay open. */
  const partOf = (orderId: string) => {
    const { value, items } = stand.stored(orderId)
    const units = items.map(({ id, quantity, price }) => ({ id, quantity, price }))
    return invoiceOf(orderId, { invoiceValue: value - 100, items: units })
  }

  it('are those of the settings, and ?accept= of a call adds to them', async () => {
    const { orderId } = stand.plant(plainPlan())
    expect((await take()).doorAccepts).toEqual([])
    const refused = await call('POST', `${orderId}/invoice`, partOf(orderId))
    const code = refused.body.error!.code
    expect(['VALUE_NOT_ITEMS', 'VALUE_LEAVES_REMAINDER']).toContain(code)
    expect(refused).toMatchObject({ status: 409, outcome: 'REFUSED' })
    expect(refused.body.error!.message).toContain(`?accept=${code}`)
    const codes = refused.body.problems!.map((problem) => problem.code)
    expect(await posts()).toEqual([])
    expect(
      await call('POST', `${orderId}/invoice?accept=${codes.join(',')}`, partOf(orderId))
    ).toMatchObject({ status: 200 })
  })

  it('let a store take what its ERP sends every day, and nothing else', async () => {
    const key = { invoiceKey: 'CFe35201100063960001504590006629690333214542150' }
    const { orderId } = stand.plant(plainPlan())
    const invoice = invoiceOf(orderId, key)
    expect(await call('POST', `${orderId}/invoice`, invoice)).toMatchObject({
      status: 409,
      body: { error: { code: 'ACCESS_KEY_INVALID' } },
    })
    expect((await take('ACCESS_KEY_INVALID')).doorAccepts).toEqual(['ACCESS_KEY_INVALID'])
    expect(await call('POST', `${orderId}/invoice`, invoice)).toMatchObject({ status: 200 })
    const other = stand.plant(plainPlan()).orderId
    expect((await call('POST', `${other}/invoice`, partOf(other))).status).toBe(409)
  })

  it.each([
    'RETURN_TRIGGERS_REFUND',
    'REPLACE_LOSES_FIELDS',
    'REPLACE_MAY_COUNT_TWICE',
    'DOCUMENT_ON_OTHER_ORDER',
    'INVOICE_NOT_SHOWN',
    'VALUE_INVALID',
  ])(
    'are never %s: it is refused with its field and the remedy, and nothing is saved',
    async (code) => {
      const before = (await stand.admin.settings()).doorAccepts
      const { problems } = await take('XML_REQUIRED', code)
      expect(problems).toMatchObject([
        { code: 'SETTINGS_INVALID', field: ['settings', 'doorAccepts', '1'] },
      ])
      expect(problems[0]!.message).toMatch(/\?accept=|may take/)
      expect((await stand.admin.settings()).doorAccepts).toEqual(before)
    }
  )

  it('written into VTEX’s own settings by hand, a refund is not taken all the same', async () => {
    await take('XML_REQUIRED')
    const { orderId, value } = stand.plant(plainPlan())
    await call('POST', `${orderId}/invoice`, invoiceOf(orderId))
    const [app, saved] = Object.entries(stand.world.settings.everything())[0]!
    stand.world.settings.put(app, {
      ...(saved as object),
      doorAccepts: ['XML_REQUIRED', 'RETURN_TRIGGERS_REFUND'],
    })
    const back = invoiceOf(orderId, { type: 'Input', invoiceNumber: 'R1', invoiceValue: value })
    const admin = { VtexIdclientAutCookie: 'local-admin' }
    expect(await call('POST', `${orderId}/invoice`, back, admin)).toMatchObject({
      status: 409,
      body: { error: { code: 'RETURN_TRIGGERS_REFUND' } },
    })
    expect(await posts()).toHaveLength(1)
  })
})

describe('under faults of OMS', () => {
  it('an answer that is lost is 202, and the same again is never sent twice', async () => {
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'reset', times: 1 }] })
    const { orderId } = stand.plant(plainPlan())
    const invoice = invoiceOf(orderId)
    const sending = call('POST', `${orderId}/invoice`, invoice)
    await stand.received('NotifyInvoice')
    await stand.pass(9_000)
    const lost = await sending
    expect(lost).toMatchObject({ status: 202, outcome: 'UNKNOWN' })
    expect(lost.body.message).toMatch(/same again.*never with another/)
    expect(await call('POST', `${orderId}/invoice`, invoice)).toMatchObject({ status: 202 })
    expect(await posts()).toHaveLength(1)
  })

  it('a POST that OMS took without an answer is found, and is 200', async () => {
    const faults = [{ operation: 'NotifyInvoice', kind: 'status500', times: 1, afterCommit: true }]
    await stand.behave({ faults })
    const { orderId } = stand.plant(plainPlan())
    expect(await call('POST', `${orderId}/invoice`, invoiceOf(orderId))).toMatchObject({
      status: 200,
      outcome: 'APPLIED',
    })
    expect(await posts()).toHaveLength(1)
  })

  it('what OMS refuses bears its status, its rate its Retry-After', async () => {
    const { orderId } = stand.plant(plainPlan())
    const invoice = invoiceOf(orderId)
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'status429', times: 1 }] })
    const refused = await call('POST', `${orderId}/invoice`, invoice)
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await call('POST', `${orderId}/invoice`, invoice)).toMatchObject({ outcome: 'APPLIED' })
  })

  it('another call on the order is 409 with a Retry-After, where it does not end in time', async () => {
    const { orderId } = stand.plant(plainPlan())
    await stand.behave({ faults: [{ operation: 'NotifyInvoice', kind: 'hold', times: 1 }] })
    const first = call('POST', `${orderId}/invoice`, invoiceOf(orderId))
    await stand.received('NotifyInvoice')
    const second = await call('POST', `${orderId}/invoice`, invoiceOf(orderId))
    expect([202, 409]).toContain(second.status)
    if (second.status === 409) expect(second.headers.get('retry-after')).toBe('5')
    await stand.release()
    expect((await first).status).toBeLessThan(300)
    await until(async () => packagesOf(orderId).length === 1, 'the invoice is there')
    expect(await posts()).toHaveLength(1)
  })
})

describe('who may', () => {
  const ROUTES = [
    ['POST', '999-01/invoice', 'ShippingAction'],
    ['PATCH', '999-01/invoice/1', 'ShippingAction'],
    ['PUT', '999-01/invoice/1/tracking', 'ShippingAction'],
    ['POST', '999-01/start-handling', 'WorkflowAction'],
    ['GET', '999-01/invoice/1', 'OMSViewer'],
  ] as const
  const people = ownersOf('storeops', 'any')

  it.each(ROUTES)(
    '%s %s, for every caller: 401, 403 that names the right, or in',
    async (method, path, right) => {
      for (const token of [...PEOPLE, ...APPS]) {
        const { status, body } = await call(method, path, method === 'GET' ? undefined : {}, {
          VtexIdclientAutCookie: token,
        })
        const owner = people.get(token)
        const isKnown = owner?.account === 'storeops'
        const wanted = !isKnown ? 401 : owner.grants.has(`19:${right}`) ? 404 : 403
        expect([token, status]).toEqual([token, wanted])
        if (status === 403) expect(body.error!.message).toContain(right)
      }
      expect((await call(method, path, method === 'GET' ? undefined : {}, {})).status).toBe(401)
      expect(await stand.writes()).toEqual([])
    }
  )

  it('a return asks for its own right, as OMS does', async () => {
    const body = { type: 'Input', invoiceNumber: '1' }
    const answer = await call('POST', '999-01/invoice', body)
    expect(answer.status).toBe(403)
    expect(answer.body.error!.message).toContain('RefundAction')
  })

  it('never by a cookie, which a browser adds by itself', async () => {
    const { orderId } = stand.plant(plainPlan())
    const cookie = { cookie: 'VtexIdclientAutCookie=local-admin' }
    const answer = await call('POST', `${orderId}/invoice`, invoiceOf(orderId), cookie)
    expect(answer.status).toBe(401)
    expect(await stand.writes()).toEqual([])
  })

  it('by an app key and its token, which go to OMS as the session that VTEX ID makes of them', async () => {
    const { orderId } = stand.plant(plainPlan())
    const key = { 'X-VTEX-API-AppKey': APP_KEY.key, 'X-VTEX-API-AppToken': APP_KEY.token }
    stand.world.calls.clear()
    for (const outcome of ['APPLIED', 'ALREADY_APPLIED'])
      expect(
        await call('POST', `${orderId}/invoice`, invoiceOf(orderId, { issuanceDate: null }), key)
      ).toMatchObject({ outcome })
    const logins = stand.world.calls.list().filter(({ path }) => path.includes('apptoken/login'))
    expect(logins.length).toBeLessThanOrEqual(1)
    const wrong = { ...key, 'X-VTEX-API-AppToken': 'guessed' }
    expect((await call('POST', `${orderId}/invoice`, {}, wrong)).status).toBe(401)
    expect((await posts()).map(({ token }) => token)).not.toContain('app')
  })

  it('not by what only looks like the platform’s own word', async () => {
    const headers = { 'x-vtex-credential': OWN_APP_TOKEN, authorization: OWN_APP_TOKEN }
    expect((await call('POST', '999-01/invoice', {}, headers)).status).toBe(401)
  })
})
