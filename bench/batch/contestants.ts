import type { Bench, Reply } from '../measure'
import type { Row } from './field'
import { invoiceOf, NOTIFY } from './person'

// As people write them (docs/facts: batches §4): read the order, for a file names no value, and POST its invoice.

/** What a contestant knows of a row at its end; null: nothing. */
export type Told = 'done' | 'not done' | 'unknown' | null

export interface Contestant {
  readonly name: string
  /** Of the rows: slow ones do fewer of them. */
  readonly share: number
  run(bench: Bench, rows: readonly Row[]): Promise<Told[]>
}

/** axios has none by itself, and then a call that hangs hangs for ever; ten seconds are what such scripts set. */
const TIMEOUT_MS = 10_000
const RETRIES = 3

class Failed extends Error {
  constructor(
    /** Null: no answer. */
    readonly status: number | null,
    readonly retryAfterMs: number
  ) {
    super(`answered ${status}`)
  }
}

type Retries = (failed: Failed, method: string) => boolean

/** The default condition of axios-retry: what is idempotent, after a 5xx or a 429; never a POST, and no time-out. */
const asAxiosRetry: Retries = ({ status }, method) =>
  method === 'GET' && status !== null && (status >= 500 || status === 429)
const timeoutsToo: Retries = ({ status }) => status === null || status >= 500 || status === 429
const never: Retries = () => false

export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'sequential script',
    share: 0.03,
    run: async (bench, rows) => {
      const told: Told[] = []
      for (const row of rows) told.push(await settled(invoice(bench, row, never)))
      return told
    },
  },
  {
    name: 'Promise.all',
    share: 1,
    // The first failure is the end of it: what became of the others nobody knows.
    run: async (bench, rows) => {
      const all = rows.map((row) => invoice(bench, row, never))
      const isWhole = await Promise.all(all).then(
        () => true,
        () => false
      )
      await Promise.allSettled(all)
      return rows.map(() => (isWhole ? 'done' : null))
    },
  },
  {
    name: 'pool of 10, axios-retry',
    share: 0.3,
    run: (bench, rows) => pooled(10, rows, (row) => settled(invoice(bench, row, asAxiosRetry))),
  },
  {
    name: 'pool of 10, time-outs retried',
    share: 0.3,
    run: (bench, rows) => pooled(10, rows, (row) => settled(invoice(bench, row, timeoutsToo))),
  },
  {
    name: 'GraphQL a row, pool of 40',
    share: 0.3,
    run: (bench, rows) => pooled(40, rows, (row) => byGraphql(bench, row)),
  },
]

async function invoice(bench: Bench, { orderId, invoiceNumber }: Row, retries: Retries) {
  const path = `/api/oms/pvt/orders/${orderId}`
  const read = await send(bench, 'GET', path, undefined, retries)
  const { value } = JSON.parse(read.body) as { value: number }
  const issuanceDate = new Date().toISOString()
  const body = { invoiceNumber, issuanceDate, type: 'Output', invoiceValue: value, items: [] }
  await send(bench, 'POST', `${path}/invoice`, body, retries)
}

async function send(
  bench: Bench,
  method: string,
  path: string,
  body: unknown,
  retries: Retries
): Promise<Reply> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await sendOnce(bench, method, path, body)
    } catch (error) {
      const failed = error as Failed
      if (retry === RETRIES || !retries(failed, method)) throw failed
      // exponentialDelay: 100 ms · 2ⁿ and up to a fifth more, or what Retry-After asks for where that is longer.
      const own = 100 * 2 ** (retry + 1) * (1 + 0.2 * Math.random())
      await new Promise((resolve) => setTimeout(resolve, Math.max(own, failed.retryAfterMs)))
    }
  }
}

async function sendOnce(bench: Bench, method: string, path: string, body: unknown) {
  const reply = await bench.oms(method, path, body, TIMEOUT_MS).catch(() => {
    throw new Failed(null, 0)
  })
  if (reply.status < 300) return reply
  throw new Failed(reply.status, Number(reply.headers['retry-after'] ?? 0) * 1_000)
}

/** By the status alone, as scripts judge. */
function settled(sent: Promise<void>): Promise<Told> {
  return sent.then(
    () => 'done',
    () => 'not done'
  )
}

async function byGraphql(bench: Bench, row: Row): Promise<Told> {
  const sent = await bench
    .graphql<{ notifyInvoice: { outcome: string } }>(NOTIFY, {
      orderId: row.orderId,
      invoice: invoiceOf(row),
    })
    .catch(() => null)
  return toldBy(sent?.data.notifyInvoice.outcome ?? null)
}

export function toldBy(outcome: string | null): Told {
  if (outcome === null || outcome === 'UNKNOWN' || outcome === 'ACCEPTED') return 'unknown'
  return outcome === 'REFUSED' || outcome === 'FAILED' ? 'not done' : 'done'
}

async function pooled<T>(
  most: number,
  rows: readonly Row[],
  work: (row: Row) => Promise<T>
): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < rows.length; at = next++) results[at] = await work(rows[at]!)
  }
  await Promise.all(Array.from({ length: most }, worker))
  return results
}
