import type { Connector, ConnectorMessage, Input } from './contract'
import { plainPlan } from './orders'
import { until, type TestStand } from './stand'

export const SECRET = 'a-secret-of-the-stand-0123456789'
const DOOR = '/_v/invoice-tracking/carriers'

export interface DoorReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: {
    messageId?: string | null
    parcels?: number
    error?: { code: string; message: string }
    problems?: { code: string; field: string[]; message: string }[]
  }
}

/** What a carrier posts, and the answer; whatever it is, no cache may keep it. */
export async function post(
  stand: TestStand,
  body: unknown,
  {
    connector = 'generic',
    headers = { 'x-carrier-key': SECRET },
    method = 'POST',
  }: { connector?: string; headers?: Record<string, string>; method?: string } = {}
): Promise<DoorReply> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(`${stand.url}${DOOR}/${connector}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: method === 'POST' ? (isRaw ? (body as string) : JSON.stringify(body)) : undefined,
  })
  const text = await response.text()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(text).not.toMatch(/\n\s+at |secret-of-the-stand|local-/)
  return {
    text,
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as DoorReply['body']),
  }
}

/** The connector switched on, with the stand's secret. */
export async function switchOn(stand: TestStand, more: Input = {}): Promise<void> {
  const { problems } = await stand.admin.saveConnector({
    name: 'generic',
    isOn: true,
    secret: SECRET,
    ...more,
  })
  expect(problems).toEqual([])
}

/** An order with one invoice that bears a tracking number, as this app has written it. */
export async function shippedOrder(
  stand: TestStand,
  trackingNumber: string,
  invoice: Input = {}
): Promise<string> {
  const { orderId } = stand.plant(plainPlan())
  const sent = await stand.admin.notifyInvoice(orderId, {
    invoiceNumber: '1',
    trackingNumber,
    ...invoice,
  })
  expect(sent.outcome).toBe('APPLIED')
  return orderId
}

export interface SentEvent extends Input {
  code: string
  date: string
  description: string
}

export const parcel = (trackingNumber: string, ...events: SentEvent[]): Input => ({
  parcels: [{ trackingNumber, events }],
})

/** An event so many minutes ago, by the stand's clock. */
export function event(
  stand: TestStand,
  code: string,
  minutesAgo: number,
  more: Input = {}
): SentEvent {
  return {
    code,
    date: new Date(Math.floor(stand.now() / 1_000) * 1_000 - minutesAgo * 60_000).toISOString(),
    description: code.toLowerCase().replace(/_/g, ' '),
    city: 'Recife',
    state: 'PE',
    ...more,
  }
}

export async function connectorOf(stand: TestStand, name = 'generic'): Promise<Connector> {
  return (await stand.admin.connectors()).find((one) => one.name === name)!
}

/** Looks, as a page does, until no message is left to be worked off. */
export async function workedOff(
  stand: TestStand,
  count: number,
  limitMs = 60_000,
  name = 'generic'
): Promise<ConnectorMessage[]> {
  let messages: ConnectorMessage[] = []
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      messages = (await connectorOf(stand, name)).lastMessages
      return (
        messages.length >= Math.min(count, 100) &&
        messages.every(({ result }) => result !== 'PENDING')
      )
    },
    `${count} messages are worked off`,
    limitMs
  ).catch((error: Error) => {
    throw new Error(`${error.message}; they are ${JSON.stringify(messages.slice(0, 5))}`)
  })
  return messages
}

export const eventsOf = (stand: TestStand, orderId: string) =>
  stand.stored(orderId).packageAttachment!.packages[0]!.courierStatus?.data ?? []

export async function puts(stand: TestStand, orderId?: string) {
  return (await stand.writes()).filter(
    ({ operation, path }) =>
      operation === 'UpdateTrackingStatus' && (orderId === undefined || path.includes(orderId))
  )
}
