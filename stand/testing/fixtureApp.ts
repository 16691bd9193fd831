import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')

export interface FixturePolicy {
  readonly name: string
  readonly attrs?: Record<string, string>
}

export const OUTBOUND: Readonly<Record<'orders' | 'vtexId' | 'licenseManager', FixturePolicy>> = {
  orders: {
    name: 'outbound-access',
    attrs: { host: 'portal.vtexcommercestable.com.br', path: '/api/oms/pvt/orders/*' },
  },
  vtexId: {
    name: 'outbound-access',
    attrs: { host: 'vtexid.vtex.com.br', path: '/api/vtexid/pub/authenticated/user' },
  },
  licenseManager: {
    name: 'outbound-access',
    attrs: {
      host: '{{account}}.vtexcommercestable.com.br',
      path: '/api/license-manager/pvt/accounts/*',
    },
  },
}

export const ALL_POLICIES: readonly FixturePolicy[] = [
  { name: 'OMSViewer' },
  { name: 'ShippingAction' },
  { name: 'vbase-read-write' },
  { name: 'update-app-settings' },
  { name: 'colossus-fire-event' },
  ...Object.values(OUTBOUND),
]

// A service of a few lines on the real runtime: the stand is tested without the app it is made for.
const SERVICE = `
const { ExternalClient, JanusClient, IOClients, Service } = require('@vtex/api')
class Orders extends JanusClient {
  read(token, id) {
    return this.http.get('/api/oms/pvt/orders/' + id, { headers: { VtexIdclientAutCookie: token } })
  }
  invoice(token, id) {
    return this.http.post('/api/oms/pvt/orders/' + id + '/invoice', {}, { headers: { VtexIdclientAutCookie: token } })
  }
  elsewhere(url) { return this.http.get(url) }
}
class Anywhere extends ExternalClient {
  constructor(context, options) { super('http://portal.vtexcommercestable.com.br', context, options) }
  read(url) { return this.http.get(url) }
}
class Clients extends IOClients {
  get orders() { return this.getOrSet('orders', Orders) }
  get anywhere() { return this.getOrSet('anywhere', Anywhere) }
}
const token = (ctx) => ctx.cookies.get('VtexIdclientAutCookie') || ctx.get('VtexIdclientAutCookie')
const said = (promise) => promise.then(
  (value) => JSON.stringify({ ok: true, value: value === undefined ? null : value }),
  (error) => JSON.stringify({ ok: false, status: error.response && error.response.status, code: error.code, body: error.response && error.response.data })
)
const vbase = (ctx) => ctx.clients.vbase
exports.default = new Service({
  clients: { implementation: Clients, options: { default: { retries: 0, timeout: 1500 }, orders: { memoizable: false } } },
  graphql: { resolvers: { Query: {
    public: () => 'anybody',
    now: () => String(Date.now()),
    pid: () => String(process.pid),
    headers: (_, __, ctx) => JSON.stringify(ctx.request.headers),
    guarded: () => 'seen',
    asCaller: (_, { id }, ctx) => said(ctx.clients.orders.read(token(ctx), id)),
    asApp: (_, { id }, ctx) => said(ctx.clients.orders.read(ctx.vtex.authToken, id)),
    invoiceAsApp: (_, { id }, ctx) => said(ctx.clients.orders.invoice(ctx.vtex.authToken, id)),
    call: (_, { url }, ctx) => said(ctx.clients.orders.elsewhere(url)),
    bare: (_, { url }, ctx) => said(ctx.clients.anywhere.read(url)),
    past: (_, { host }) => new Promise((done) => require('net').connect(80, host).on('error', (e) => done(e.message)).on('connect', () => done('connected'))),
    put: (_, { path, text, ifMatch }, ctx) => said(vbase(ctx).saveJSON('b', path, { text }, undefined, ifMatch)),
    read: (_, { path }, ctx) => said(vbase(ctx).getRawJSON('b', path, true).then((r) => ({ data: r.data, etag: r.headers && r.headers.etag }))),
    list: (_, __, ctx) => said(vbase(ctx).listFiles('b', { prefix: '', limit: 2 })),
    drop: (_, { path }, ctx) => said(vbase(ctx).deleteFile('b', path).then((r) => r.status)),
    settings: (_, __, ctx) => said(ctx.clients.apps.getAppSettings(process.env.VTEX_APP_ID)),
    saveSettings: (_, { text }, ctx) => said(ctx.clients.apps.saveAppSettings(process.env.VTEX_APP_ID, { text })),
    hang: () => new Promise(() => {}),
    event: (_, { text }, ctx) => said(ctx.clients.events.sendEvent('', 'fixture.told', JSON.parse(text))),
  } } },
  events: {
    // What a handler is given, and how long it takes or how it ends, as the event itself says.
    told: async ({ body, key, sender, vtex }) => {
      console.log(JSON.stringify({
        told: body.name, key, sender, pid: process.pid, route: vtex.route.id,
        app: Boolean(vtex.authToken), person: vtex.adminUserAuthToken || null,
      }))
      if (body.ms) await new Promise((done) => setTimeout(done, body.ms))
      if (body.fails) throw new Error('as asked')
    },
    statuses: async ({ body, key, sender, subject }) =>
      console.log(JSON.stringify({ told: body.currentState, key, sender, subject, body })),
    invoicedOnly: async ({ body, key }) =>
      console.log(JSON.stringify({ told: 'only ' + body.currentState, key, body })),
  },
})
`
const SCHEMA = `
type Query {
  public: String
  now: String
  pid: String
  headers: String
  guarded: String @auth(scope: PRIVATE, productCode: "19", resourceCode: "ShippingAction")
  asCaller(id: String!): String
  asApp(id: String!): String
  invoiceAsApp(id: String!): String
  call(url: String!): String
  bare(url: String!): String
  past(host: String!): String
  put(path: String!, text: String!, ifMatch: String): String
  read(path: String!): String
  list: String
  drop(path: String!): String
  settings: String
  saveSettings(text: String!): String
  hang: String
  event(text: String!): String
}
`

export interface FixtureApp {
  readonly directory: string
  readonly manifestPath: string
  readonly policiesPath: string
  /** Writes manifest.json anew; the stand reads it at `POST /local/reset`. */
  setPolicies(policies: readonly FixturePolicy[]): void
  remove(): void
}

export function createFixtureApp(policies: readonly FixturePolicy[] = ALL_POLICIES): FixtureApp {
  const directory = mkdtempSync(join(tmpdir(), 'stand-fixture-'))
  const write = (name: string, text: string): void => {
    const path = join(directory, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
  const setPolicies = (given: readonly FixturePolicy[]): void =>
    write(
      'manifest.json',
      JSON.stringify({ vendor: 'storeops', name: 'fixture', version: '2.1.0', policies: given })
    )
  write('service/src/node/index.js', SERVICE)
  write('service/schema.graphql', SCHEMA)
  write(
    'service/service.json',
    JSON.stringify({
      timeout: 3,
      workers: 1,
      routes: { __graphql: { path: '/_v/graphql' } },
      events: {
        told: { sender: 'storeops.fixture', keys: ['fixture.told'] },
        statuses: { sender: 'vtex.orders-broadcast', topics: ['order-status-updated'] },
        invoicedOnly: { sender: 'vtex.orders-broadcast', topics: ['invoiced'] },
      },
    })
  )
  write(
    'policies.json',
    JSON.stringify([
      {
        name: 'resolve-graphql',
        statements: [
          {
            effect: 'allow',
            actions: ['get', 'post'],
            resources: ['vrn:storeops.fixture:{{region}}:{{account}}:{{workspace}}:/_v/graphql'],
          },
        ],
      },
    ])
  )
  symlinkSync(join(ROOT, 'node', 'node_modules'), join(directory, 'service', 'node_modules'))
  setPolicies(policies)
  return {
    directory,
    manifestPath: join(directory, 'manifest.json'),
    policiesPath: join(directory, 'policies.json'),
    setPolicies,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
