import { createServer, type IncomingMessage, type Server } from 'http'
import type { AddressInfo } from 'net'

import type { IOContext } from '@vtex/api'

import { parseInstant, type Instant } from '../domain/values/instant'
import { Fault } from '../domain/problem/fault'
import { cents } from '../domain/values/money'
import { OmsClient } from './client'
import { OwnOms } from './ownClient'
import ownOrder from './fixtures/ownOrder.json'

// The real platform client against a real server: the platform sends everything through an HTTP proxy, and so does this.

interface Seen {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
type Answer =
  { status: number; body?: unknown; headers?: Record<string, string> } | 'reset' | 'silence'

const RECEIPT = { date: '2026-03-01T14:05:09.1234567+00:00', orderId: 'v1-01', receipt: 'a1b2' }
const JSON_TYPE = { 'content-type': 'application/json' }

let server: Server
let seen: Seen[]
let answers: Answer[]
const proxyBefore = process.env.http_proxy

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '')
      seen.push({
        method: request.method ?? '',
        host: url.host,
        path: url.pathname + url.search,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      const answer = answers.shift() ?? { status: 599 }
      if (answer === 'silence') return undefined
      if (answer === 'reset') return request.socket.destroy()
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '')
      response.writeHead(answer.status, { ...JSON_TYPE, ...answer.headers })
      return response.end(answer.status === 204 ? undefined : text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.http_proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  if (proxyBefore === undefined) delete process.env.http_proxy
  else process.env.http_proxy = proxyBefore
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(() => {
  seen = []
  answers = []
})

const context = {
  account: 'casaverde',
  authToken: 'app-token',
  tracer: { isTraceSampled: false },
} as unknown as IOContext
// What a careless composition might pass: none of it may reach a call.
const careless = { retries: 3, memoizable: true, timeout: 1, initialBackoffDelay: 1 }
const client = () => new OmsClient(context, careless)

const AS = { token: 't' }
const noDefaults = async () => ({ currencyCode: null, timeZone: null })

const INVOICE = {
  type: 'OUTPUT' as const,
  invoiceNumber: '481',
  issuanceDate: parseInstant('2026-03-01T14:05:09-03:00') as Instant,
  invoiceValue: cents(2499),
  items: [{ id: '3301', price: cents(2499), quantity: 1, description: null }],
  invoiceKey: null,
  invoiceUrl: null,
  embeddedInvoice: '<NFe>\u00e7</NFe>',
  courier: null,
  trackingNumber: null,
  trackingUrl: null,
  dispatchedDate: null,
}

describe('every call', () => {
  it('goes to OMS over the proxy, with the caller’s token and the account', async () => {
    answers = [{ status: 200, body: ownOrder }]
    await client().order({ token: 'person-token' }, '1409872300117-01', noDefaults)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'GET',
      host: 'portal.vtexcommercestable.com.br',
      path: '/api/oms/pvt/orders/1409872300117-01?an=casaverde',
    })
    expect(seen[0].headers).toMatchObject({
      accept: 'application/json',
      'x-vtex-use-https': 'true',
      vtexidclientautcookie: 'person-token',
      'proxy-authorization': 'app-token',
    })
  })

  it('asks for the store of an order only where the order names none', async () => {
    const asked: (string | null)[] = []
    const chile = async (salesChannel: string | null) => {
      asked.push(salesChannel)
      return { currencyCode: 'CLP', timeZone: 'Pacific SA Standard Time' }
    }
    const { storePreferencesData, ...old } = ownOrder
    const { timeZone, ...zoneless } = storePreferencesData
    answers = [
      ownOrder,
      { ...old, salesChannel: '3' },
      { ...ownOrder, storePreferencesData: zoneless },
    ].map((body) => ({ status: 200, body }))
    const oms = client()
    expect(await oms.order(AS, ownOrder.orderId, chile)).toMatchObject({
      currency: { assumed: false },
    })
    expect(asked).toEqual([])
    expect(await oms.order(AS, ownOrder.orderId, chile)).toMatchObject({
      currency: { code: 'CLP', decimalDigits: 0, assumed: true },
      timeZone: 'America/Santiago',
    })
    expect(await oms.order(AS, ownOrder.orderId, chile)).toMatchObject({
      currency: { code: storePreferencesData.currencyCode, assumed: false },
      timeZone: 'America/Santiago',
    })
    expect(timeZone).toBeTruthy()
    expect(asked).toEqual(['3', ownOrder.salesChannel])
  })

  it('is live: a second read asks again and sees what changed', async () => {
    answers = [
      { status: 200, body: ownOrder },
      { status: 200, body: { ...ownOrder, status: 'invoiced' } },
    ]
    const oms = client()
    expect((await oms.order(AS, ownOrder.orderId, noDefaults))?.status).toBe('handling')
    expect((await oms.order(AS, ownOrder.orderId, noDefaults))?.status).toBe('invoiced')
  })

  it.each([`seq${ownOrder.sequence}`, ` ${ownOrder.orderId}`, `${ownOrder.orderId} `])(
    'knows an order by its id alone, and not as %p, which OMS answers too',
    async (alias) => {
      answers = [{ status: 200, body: ownOrder }]
      expect(await client().order(AS, alias, noDefaults)).toBeNull()
    }
  )

  it.each(['', '.', '..'])('is not sent for an id like %p', async (orderId) => {
    expect(await client().order(AS, orderId, noDefaults)).toBeNull()
    await expect(client().notifyInvoice(AS, orderId, INVOICE)).rejects.toMatchObject({
      kind: 'notFound',
    })
    expect(seen).toEqual([])
  })

  it('keeps an id in its segment', async () => {
    answers = [{ status: 404, body: { error: { code: 'OMS007' } } }]
    expect(await client().order(AS, '../a b/c?d#e', noDefaults)).toBeNull()
    expect(seen[0].path).toBe('/api/oms/pvt/orders/..%2Fa%20b%2Fc%3Fd%23e?an=casaverde')
  })
})

describe('writes', () => {
  const oneOf = {
    notifyInvoice: () => client().notifyInvoice(AS, 'v1-01', INVOICE),
    updatePartialInvoice: () =>
      client().updatePartialInvoice(AS, 'v1-01', 'NFe-1', { trackingNumber: 'RP1', courier: 'R' }),
    updateTrackingStatus: () =>
      client().updateTrackingStatus(AS, 'v1-01', 'NFe-1', {
        isDelivered: false,
        deliveredDate: null,
        events: [],
      }),
  }

  it.each([
    [
      'notifyInvoice',
      'POST',
      '/invoice',
      {
        type: 'Output',
        issuanceDate: '2026-03-01T14:05:09-03:00',
        invoiceNumber: '481',
        invoiceValue: '2499',
        courier: '',
        trackingNumber: '',
        trackingUrl: '',
        items: [{ id: '3301', price: 2499, quantity: 1 }],
        embeddedInvoice: '<NFe>\u00e7</NFe>',
      },
    ],
    ['updatePartialInvoice', 'PATCH', '/invoice/NFe-1', { trackingNumber: 'RP1', courier: 'R' }],
    [
      'updateTrackingStatus',
      'PUT',
      '/invoice/NFe-1/tracking',
      { isDelivered: false, deliveredDate: null, events: [] },
    ],
  ] as const)('%s is %s %s and answers the receipt', async (name, method, path, body) => {
    answers = [{ status: 200, body: RECEIPT }]
    expect(await oneOf[name]()).toEqual({ ...RECEIPT, date: '2026-03-01T14:05:09.123+00:00' })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method,
      path: `/api/oms/pvt/orders/v1-01${path}?an=casaverde`,
    })
    expect(seen[0].headers['content-type']).toMatch(/^application\/json/)
    expect(JSON.parse(seen[0].body)).toEqual(body)
  })

  const names = Object.keys(oneOf) as (keyof typeof oneOf)[]

  it.each(names)(
    '%s goes out once, whatever the careless options and the failure',
    async (name) => {
      for (const answer of ['reset', { status: 500 }, { status: 503 }] as const) {
        seen = []
        answers = [answer, { status: 200, body: RECEIPT }]
        await expect(oneOf[name]()).rejects.toMatchObject({ kind: 'unknown', upstream: 'OMS' })
        expect(seen).toHaveLength(1)
      }
    }
  )

  it.each(names)('%s does not take a page for a receipt', async (name) => {
    answers = [{ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }]
    await expect(oneOf[name]()).rejects.toMatchObject({ kind: 'unknown' })
  })

  it('tells a refusal in OMS’s words', async () => {
    answers = [
      { status: 400, body: { error: { code: '1', message: 'Value over', exception: null } } },
    ]
    await expect(oneOf.notifyInvoice()).rejects.toMatchObject({
      kind: 'rejected',
      status: 400,
      upstreamMessage: 'Value over',
      operation: 'NotifyInvoice',
    })
  })

  it('surely never arrived where nobody listens', async () => {
    const before = process.env.http_proxy
    process.env.http_proxy = 'http://127.0.0.1:1'
    try {
      await expect(oneOf.notifyInvoice()).rejects.toMatchObject({ kind: 'unavailable' })
    } finally {
      process.env.http_proxy = before
    }
  })
})

describe('the neighbours', () => {
  it('starts handling, which only 204 says', async () => {
    answers = [{ status: 204 }, { status: 200, body: '' }]
    await client().startHandling(AS, 'v1-01')
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: '/api/oms/pvt/orders/v1-01/start-handling?an=casaverde',
      body: '',
    })
    await expect(client().startHandling(AS, 'v1-01')).rejects.toMatchObject({ kind: 'unknown' })
  })

  it('notes on the timeline', async () => {
    answers = [{ status: 200, body: '' }]
    await client().addInteraction(AS, 'v1-01', 'Invoice 481 registered.')
    expect(seen[0]).toMatchObject({ method: 'POST' })
    expect(seen[0].path).toBe('/api/oms/pvt/orders/v1-01/interactions?an=casaverde')
    expect(JSON.parse(seen[0].body)).toEqual({
      source: 'Invoices & Tracking',
      message: 'Invoice 481 registered.',
    })
  })

  it('lists with the filters in the query', async () => {
    answers = [{ status: 200, body: { list: [], paging: { total: 0, pages: 0 } } }]
    const page = await client().list(AS, {
      statuses: ['handling', 'start-handling'],
      search: 'ana maria',
      createdFrom: null,
      createdTo: null,
      page: 2,
      perPage: 25,
    })
    expect(page).toEqual({ rows: [], total: 0, pages: 0 })
    const query = new URL(`http://x${seen[0].path}`).searchParams
    expect(Object.fromEntries(query)).toEqual({
      an: 'casaverde',
      page: '2',
      per_page: '25',
      orderBy: 'creationDate,desc',
      f_status: 'handling,start-handling',
      q: 'ana maria',
    })
  })

  it('asks for changes, and takes 404 for none', async () => {
    answers = [
      { status: 200, body: { requests: [{ requestId: 'b', inProgress: true }], actions: [] } },
      { status: 404, body: '' },
      { status: 403, body: '' },
    ]
    expect(await client().changes(AS, 'v1-01')).toEqual({ inProgress: true, requestId: 'b' })
    expect(seen[0]).toMatchObject({
      method: 'GET',
      path: '/api/order-system/orders/v1-01/changes?an=casaverde',
      // VTEX's OpenAPI requires all three of this call: account, Accept and Content-Type.
      headers: { accept: 'application/json', 'content-type': 'application/json' },
    })
    expect(await client().changes(AS, 'v1-01')).toEqual({ inProgress: false, requestId: null })
    await expect(client().changes(AS, 'v1-01')).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('takes the login page on a read for a missing right', async () => {
    answers = [{ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }]
    await expect(client().order(AS, 'v1-01', noDefaults)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('a call that has little time left', () => {
  const hurried = { ...AS, share: () => 60 }
  const none = {
    ...AS,
    share: (operation: string): number => {
      throw new Fault({ kind: 'unavailable', upstream: 'OMS', operation, isOutOfTime: true })
    },
  }

  it('waits no longer than that: a read has failed, of a write nobody knows', async () => {
    answers = ['silence', 'silence']
    await expect(client().order(hurried, 'v1-01', noDefaults)).rejects.toMatchObject({
      kind: 'unavailable',
      isOutOfTime: false,
    })
    await expect(client().notifyInvoice(hurried, 'v1-01', INVOICE)).rejects.toMatchObject({
      kind: 'unknown',
    })
    expect(seen).toHaveLength(2)
  })

  it('is not sent where there is none', async () => {
    await expect(client().notifyInvoice(none, 'v1-01', INVOICE)).rejects.toMatchObject({
      kind: 'unavailable',
      isOutOfTime: true,
    })
    expect(seen).toEqual([])
  })

  it('may take what its kind may', async () => {
    const asked: [string, number][] = []
    const share = (operation: string, mostMs: number): number => {
      asked.push([operation, mostMs])
      return mostMs
    }
    answers = [
      { status: 200, body: ownOrder },
      { status: 200, body: RECEIPT },
    ]
    await client().order({ ...AS, share }, ownOrder.orderId, noDefaults)
    await client().notifyInvoice({ ...AS, share }, 'v1-01', INVOICE)
    expect(asked).toEqual([
      ['GetOrder', 5_000],
      ['NotifyInvoice', 15_000],
    ])
  })
})

describe('OMS’s own clock', () => {
  it('is what an answer names, asked with the caller’s token', async () => {
    answers = [
      { status: 200, body: { list: [] }, headers: { date: 'Tue, 10 Mar 2026 12:00:07 GMT' } },
    ]
    expect(await client().date(AS)).toBe(Date.parse('2026-03-10T12:00:07Z'))
    expect(seen[0].headers).toMatchObject({ vtexidclientautcookie: 't' })
    expect(seen[0].path).toBe('/api/oms/pvt/orders?an=casaverde&page=1&per_page=1')
  })

  it('is unknown where the answer names none that can be read', async () => {
    answers = [{ status: 200, body: { list: [] }, headers: { date: 'noon' } }]
    expect(await client().date(AS)).toBeNull()
  })
})

describe('OMS with the app’s own token', () => {
  const own = () => new OwnOms(context, careless)
  const list = { status: 200, body: { list: [{ orderId: 'v1-01 x' }] } }

  it('lists and reads the first order, each once and with that token', async () => {
    answers = [list, { status: 200, body: { orderId: 'v1-01 x' } }]
    expect(await own().firstOrder()).toBe('v1-01 x')
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/oms/pvt/orders?an=casaverde',
      'GET /api/oms/pvt/orders/v1-01%20x?an=casaverde',
    ])
    for (const { headers } of seen)
      expect(headers).toMatchObject({
        vtexidclientautcookie: 'app-token',
        'x-vtex-use-https': 'true',
      })
  })

  it('has nothing to read where the list is empty', async () => {
    answers = [{ status: 200, body: { list: [] } }]
    expect(await own().firstOrder()).toBeNull()
    expect(seen).toHaveLength(1)
  })

  it.each<[string, Answer[], string]>([
    ['a 403', [{ status: 403, body: {} }], 'forbidden'],
    ['the login page', [{ status: 200, body: '<html>' }], 'forbidden'],
    ['a failure, which is not tried again', [{ status: 500, body: {} }], 'unavailable'],
    ['a lost connection, which is not tried again', ['reset'], 'unavailable'],
    ['an order that is refused', [list, { status: 403, body: {} }], 'forbidden'],
  ])('tells of %s', async (_, given, kind) => {
    answers = [...given]
    await expect(own().firstOrder()).rejects.toMatchObject({ kind, upstream: 'OMS' })
    expect(seen).toHaveLength(given.length)
  })
})
