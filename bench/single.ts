// npm run bench:single: one invoice through GraphQL against the same OMS calls made bare (design bar: 1.25).
import { Bench, countParts, median } from './measure'

const PAIRS = 12
const OMS_LATENCY_MS = 50
const BAR = 1.25

interface OmsRequest {
  method: string
  path: string
  body: unknown
}

const NOTIFY = `mutation ($orderId: ID!, $invoice: InvoiceInput!) {
  notifyInvoice(orderId: $orderId, invoice: $invoice) { outcome problems { code message } }
}`

async function invoiceOnce(bench: Bench, orderId: string, invoiceNumber: string): Promise<number> {
  const { data, ms } = await bench.graphql<{
    notifyInvoice: { outcome: string; problems: unknown[] }
  }>(NOTIFY, { orderId, invoice: { invoiceNumber, invoiceValue: 1, items: [] } })
  if (data.notifyInvoice.outcome !== 'APPLIED') throw new Error(JSON.stringify(data.notifyInvoice))
  return ms
}

/** The same calls, one after the other, with nothing between them; the invoice under a number of its own. */
async function bareOnce(
  bench: Bench,
  requests: readonly OmsRequest[],
  invoiceNumber: string
): Promise<number> {
  const startedAt = performance.now()
  for (const { method, path, body } of requests) {
    const sent = body === null ? undefined : { ...(body as object), invoiceNumber }
    const reply = await bench.oms(method, path, sent)
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${reply.body}`)
  }
  return performance.now() - startedAt
}

async function compare(bench: Bench, orderId: string, label: string): Promise<number> {
  const ratios: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const seen = (await bench.control<OmsRequest[]>('GET', '/local/oms/requests')).length
    const through = await invoiceOnce(bench, orderId, `A${label}${pair}`)
    const made = (await bench.control<OmsRequest[]>('GET', '/local/oms/requests')).slice(seen)
    const bare = await bareOnce(bench, made, `B${label}${pair}`)
    ratios.push(through / bare)
  }
  return median(ratios)
}

async function main() {
  const bench = await Bench.start()
  try {
    await bench.control('PUT', '/local/oms/behaviour', {
      latencyMs: 0,
      applyDelayMs: 0,
      indexDelayMs: 0,
    })
    const { data } = await bench.graphql<{
      orders: { rows: { orderId: string; remainingValue: number }[] }
    }>('{ orders(queue: TO_INVOICE, perPage: 50) { rows { orderId remainingValue } } }', {})
    const order = data.orders.rows.find((row) => row.remainingValue > 10 * PAIRS)
    if (!order) throw new Error('no demo order has room for the invoices of the bench')
    await bench.control('PUT', '/local/oms/behaviour', { latencyMs: OMS_LATENCY_MS })
    await invoiceOnce(bench, order.orderId, 'WARM')

    const before = (await bench.outboundCalls()).length
    await invoiceOnce(bench, order.orderId, 'PARTS')
    const parts = countParts((await bench.outboundCalls()).slice(before))

    const ratio = await compare(bench, order.orderId, 'X')
    await bench.control('PUT', '/local/doubles', { latencyMs: 10 })
    const slower = await compare(bench, order.orderId, 'Y')

    console.log(
      `calls of one invoice: ${[...parts].map(([part, count]) => `${part} ${count}`).join(', ')}`
    )
    console.log(
      `one invoice through GraphQL, OMS at ${OMS_LATENCY_MS} ms a call: ${ratio.toFixed(2)} times its OMS calls made bare (bar ${BAR})`
    )
    console.log(
      `the same with VTEX ID, License Manager and VBase at 10 ms a call: ${slower.toFixed(2)} times`
    )
  } finally {
    await bench.stop()
  }
}

void main()
