import { median, type Bench } from '../measure'
import type { Field, Row } from './field'

const EVERY_MS = 1_000
/** Who makes the call: counted apart from all others. */
const TOKEN = 'local-operator'
const ALONE = 12

export const NOTIFY = `mutation ($orderId: ID!, $invoice: InvoiceInput!) {
  notifyInvoice(orderId: $orderId, invoice: $invoice) { outcome problems { code } }
}`

export interface PersonsDay {
  readonly calls: number
  /** Not taken by the app, or met by a 429 of OMS. */
  readonly refused: number
  /** Median of a call. @unit milliseconds */
  readonly medianMs: number
}

/** How long a call takes with nothing else under way. @unit milliseconds, median */
export async function usualMs(bench: Bench, field: Field): Promise<number> {
  const times: number[] = []
  for (const row of field.rows(ALONE)) times.push((await invoiceOnce(bench, row)).ms)
  return median(times)
}

/** A person who invoices one order a second, until told to stop. */
export function personAtWork(bench: Bench, field: Field): () => Promise<PersonsDay> {
  const times: number[] = []
  const under: Promise<void>[] = []
  let refused = 0
  const refusedBefore = field.person.refused
  const timer = setInterval(() => {
    const [row] = field.rows(1)
    const sent = invoiceOnce(bench, row!).then(({ ms, isRefused }) => {
      times.push(ms)
      if (isRefused) refused += 1
    })
    under.push(sent.catch(() => void (refused += 1)))
  }, EVERY_MS)
  return async () => {
    clearInterval(timer)
    await Promise.all(under)
    return {
      calls: under.length,
      refused: Math.max(refused, field.person.refused - refusedBefore),
      medianMs: median(times),
    }
  }
}

export function invoiceOf({ invoiceNumber, invoiceValue }: Row): object {
  return { invoiceNumber, ...(invoiceValue === null ? {} : { invoiceValue, items: [] }) }
}

async function invoiceOnce(bench: Bench, row: Row): Promise<{ ms: number; isRefused: boolean }> {
  const { data, ms } = await bench.graphql<{ notifyInvoice: { outcome: string } }>(
    NOTIFY,
    { orderId: row.orderId, invoice: invoiceOf(row) },
    TOKEN
  )
  return { ms, isRefused: data.notifyInvoice.outcome === 'REFUSED' }
}
