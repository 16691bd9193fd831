import type {
  AccountCheck,
  Activity,
  Batch,
  Connector,
  ConnectorSaved,
  BatchRow,
  OrderMatch,
  Steered,
  Fulfilled,
  FiscalDocument,
  Input,
  Order,
  OrderPage,
  Preview,
  Settings,
  Viewer,
  Write,
} from './contract'
import { DOCUMENTS, type RootField } from './documents'

/** Who calls, and through which door. */
export interface As {
  /** Null: no token at all. */
  readonly token: string | null
  readonly by: 'cookie' | 'header'
  readonly address: 'public' | 'admin'
}

export interface GraphqlError {
  message: string
  path?: string[]
  extensions?: { code?: string; requestId?: string } & Record<string, unknown>
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly data: Record<string, unknown> | null
  readonly errors: GraphqlError[]
}

const PROVIDER = 'storeops.invoice-tracking'

/** Calls of one person or app. Every method answers the root field, or throws what GraphQL says. */
export class GraphqlCaller {
  constructor(
    private readonly urls: () => { graphql: string; origin: string },
    private readonly as: As
  ) {}

  /** The whole answer, errors included. */
  async send(document: string, variables: Input = {}): Promise<Reply> {
    const { graphql, origin } = this.urls()
    const admin = this.as.address === 'admin'
    const query = document.replace(/@ctx/g, admin ? `@context(provider: "${PROVIDER}")` : '')
    const encoded = Buffer.from(JSON.stringify(variables)).toString('base64')
    const response = await fetch(admin ? `${origin}/_v/private/graphql/v1?locale=en` : graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.credentials() },
      body: JSON.stringify(
        admin ? { query, extensions: { variables: encoded } } : { query, variables }
      ),
    })
    return read(response)
  }

  /** By GET, as a link would. */
  async sendByGet(document: string, variables: Input = {}): Promise<Reply> {
    const query = new URLSearchParams({
      query: document.replace(/@ctx/g, ''),
      variables: JSON.stringify(variables),
    })
    return read(await fetch(`${this.urls().graphql}?${query}`, { headers: this.credentials() }))
  }

  /** The answer of one root field, errors included. */
  reply(field: RootField, variables: Input = {}): Promise<Reply> {
    return this.send(DOCUMENTS[field], variables)
  }

  order(orderId: string): Promise<Order | null> {
    return this.field('order', { orderId })
  }
  orders(query: Input = {}): Promise<OrderPage> {
    return this.field('orders', query)
  }
  previewInvoice(orderId: string, invoice: Input, replace?: string): Promise<Preview> {
    return this.field('previewInvoice', { orderId, invoice, ...replacing(replace) })
  }
  readFiscalDocument(xml: string): Promise<FiscalDocument> {
    return this.field('readFiscalDocument', { xml })
  }
  activity(orderId: string, first?: number): Promise<Activity[]> {
    return this.field('activity', { orderId, first })
  }
  settings(): Promise<Settings> {
    return this.field('settings', {})
  }
  accountCheck(): Promise<AccountCheck> {
    return this.field('accountCheck', {})
  }
  viewer(): Promise<Viewer> {
    return this.field('viewer', {})
  }
  startHandling(orderId: string): Promise<Write> {
    return this.field('startHandling', { orderId })
  }
  notifyInvoice(
    orderId: string,
    invoice: Input,
    { accept, replace }: { accept?: string[]; replace?: string } = {}
  ): Promise<Write> {
    return this.field('notifyInvoice', { orderId, invoice, accept, ...replacing(replace) })
  }
  updatePartialInvoice(
    orderId: string,
    invoiceNumber: string,
    tracking: Input,
    accept?: string[]
  ): Promise<Write> {
    return this.field('updatePartialInvoice', { orderId, invoiceNumber, tracking, accept })
  }
  updateTrackingStatus(
    orderId: string,
    invoiceNumber: string,
    status: Input,
    accept?: string[]
  ): Promise<Write> {
    return this.field('updateTrackingStatus', { orderId, invoiceNumber, status, accept })
  }
  fulfill(orderId: string, fulfill: Input, accept?: string[]): Promise<Fulfilled> {
    return this.field('fulfill', { orderId, fulfill, accept })
  }
  batch(batchId: string): Promise<Batch | null> {
    return this.field('batch', { batchId })
  }
  batches(asked: Input = {}): Promise<{ batches: Batch[]; total: number }> {
    return this.field('batches', asked)
  }
  matchOrders(references: Input[]): Promise<OrderMatch[]> {
    return this.field('matchOrders', { references })
  }
  batchRows(batchId: string, asked: Input = {}): Promise<{ rows: BatchRow[]; total: number }> {
    return this.field('batchRows', { batchId, ...asked })
  }
  createBatch(batch: Input): Promise<Steered> {
    return this.field('createBatch', { batch })
  }
  addBatchRows(batchId: string, offset: number, rows: Input[]): Promise<Steered> {
    return this.field('addBatchRows', { batchId, offset, rows })
  }
  startBatch(batchId: string, rehearse?: boolean): Promise<Steered> {
    return this.field('startBatch', { batchId, rehearse })
  }
  pauseBatch(batchId: string): Promise<Steered> {
    return this.field('pauseBatch', { batchId })
  }
  retryBatch(batchId: string, outcomes?: string[]): Promise<Steered> {
    return this.field('retryBatch', { batchId, outcomes })
  }
  deleteBatch(batchId: string): Promise<Steered> {
    return this.field('deleteBatch', { batchId })
  }
  saveSettings(settings: Input): Promise<Pick<Write, 'problems'> & { settings: Settings | null }> {
    return this.field('saveSettings', { settings })
  }

  connectors(name?: string): Promise<Connector[]> {
    return this.field('connectors', { name })
  }
  saveConnector(connector: Input): Promise<ConnectorSaved> {
    return this.field('saveConnector', { connector })
  }
  testConnector(name: string): Promise<ConnectorSaved> {
    return this.field('testConnector', { name })
  }

  private async field<T>(field: RootField, variables: Input): Promise<T> {
    const { status, data, errors, text } = await this.reply(field, variables)
    if (errors.length > 0 || data === null) throw new GraphqlRefusal(field, status, errors, text)
    return data[field] as T
  }

  private credentials(): Record<string, string> {
    const { token, by } = this.as
    if (token === null) return {}
    return by === 'cookie'
      ? { cookie: `VtexIdclientAutCookie=${token}` }
      : { VtexIdclientAutCookie: token }
  }
}

/** A root field that answered with errors. */
export class GraphqlRefusal extends Error {
  constructor(
    field: string,
    readonly status: number,
    readonly errors: GraphqlError[],
    text: string
  ) {
    super(
      `${field}: HTTP ${status} ${errors.length > 0 ? JSON.stringify(errors) : text.slice(0, 600)}`
    )
  }

  get code(): string | undefined {
    return this.errors[0]?.extensions?.code
  }
}

const replacing = (version: string | undefined): Input => (version ? { replace: { version } } : {})

async function read(response: Response): Promise<Reply> {
  const text = await response.text()
  let body: { data?: Record<string, unknown> | null; errors?: GraphqlError[] } = {}
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    // An answer of the platform that is no GraphQL: `text` and `status` say it.
  }
  const { status, headers } = response
  return { status, headers, text, data: body.data ?? null, errors: body.errors ?? [] }
}
