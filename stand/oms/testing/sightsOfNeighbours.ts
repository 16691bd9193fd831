import type { ReadingName } from '../readings'
import { callerWith, order, ORDERS, type Bench } from './bench'
import { CHANGES, change, post, type Sight } from './sight'

/** What a client sees of each reading about the other calls. */
export const SIGHTS_OF_NEIGHBOURS = {
  startHandling: {
    orders: [order({ status: 'ready-for-handling' })],
    see: async (made) => {
      const { status } = await made.call('POST', `${ORDERS}/1001-01/start-handling`)
      made.pass(3_000)
      return [status, (await made.order()).status]
    },
    sees: { applies: [204, 'handling'], noEffect: [204, 'ready-for-handling'] },
  },
  oms003Status: {
    see: async (made) => (await made.call('POST', `${ORDERS}/1001-01/start-handling`)).status,
    sees: { '400': 400, '409': 409 },
  },
  returnBeforeInvoiced: {
    see: async (made) => {
      await post(made, { invoiceValue: 5_000 })
      return post(made, { type: 'Input', invoiceNumber: 'R', invoiceValue: 1_000 })
    },
    sees: { acceptsWithoutRefund: 200, refuse: 400 },
  },
  forbidden: {
    see: async (made) => {
      const path = `${ORDERS}/1001-01`
      const answer = await made.call('GET', path, undefined, callerWith('ListOrders'))
      return [answer.status, answer.headers['content-type']!.split(';')[0]]
    },
    sees: { '403': [403, 'application/json'], loginPage: [200, 'text/html'] },
  },
  retryAfter: {
    see: async (made) => {
      made.oms.setBehaviour({ faults: [{ operation: 'GetOrder', kind: 'status429' }] })
      return (await made.call('GET', `${ORDERS}/1001-01`)).headers['retry-after']
    },
    sees: { seconds: '1', absent: undefined },
  },
  listSearch: {
    orders: [order({ sequence: '700003' })],
    see: async (made) => {
      const found = async (q: string) =>
        (await made.call('GET', `${ORDERS}?q=${q}`)).body.paging.total
      return [await found('1001-01'), await found('1001'), await found('700003')]
    },
    sees: { documented: [1, 0, 0], anyPart: [1, 1, 1] },
  },
  rateWindow: {
    see: async (made) => {
      // At the end of a minute: what comes next is of another one, and the bucket is no fuller for that.
      made.pass(59_000)
      made.oms.setBehaviour({ ratePerMinute: 60 })
      await statusesOf(made, 60)
      made.pass(1_000)
      return (await statusesOf(made, 60)).filter((status) => status === 200).length
    },
    sees: { minute: 60, bucket: 1 },
  },
  rateOf: {
    see: async (made) => {
      made.oms.setBehaviour({ ratePerMinute: 1 })
      await post(made)
      return statusesOf(made, 2)
    },
    sees: { calls: [429, 429], reads: [200, 429] },
  },
  changesReadRight: {
    see: async (made) =>
      (await made.call('GET', CHANGES, undefined, callerWith('OMSViewer'))).status,
    sees: { documented: 403, viewer: 200 },
  },
  changesHistoryStatus: {
    see: async (made) => {
      await made.call('PATCH', CHANGES, change)
      const { inProgress } = (await made.call('GET', CHANGES)).body.requests[0]
      return inProgress
    },
    sees: { shown: true, absent: undefined },
  },
  changesAttachmentV2: {
    see: async (made) => {
      const { totalChangeValue } = (await made.call('PATCH', CHANGES, change)).body
      const running = (await made.order()).changesAttachment?.changesData.length
      made.pass(10_000)
      const done = (await made.order()).changesAttachment?.changesData[0].incrementValue
      return [totalChangeValue, running, done]
    },
    sees: { shown: [0, 0, 5_000], absent: [0, undefined, undefined] },
  },
  interactionsRight: {
    see: async (made) => {
      const body = { source: 'a', message: 'b' }
      const path = `${ORDERS}/1001-01/interactions`
      return (await made.call('POST', path, body, callerWith('ShippingAction'))).status
    },
    sees: { shipping: 200, documented: 403 },
  },
} satisfies Partial<Record<ReadingName, Sight>>

async function statusesOf(made: Bench, count: number): Promise<number[]> {
  const statuses: number[] = []
  for (let call = 0; call < count; call += 1)
    statuses.push((await made.call('GET', `${ORDERS}/1001-01`)).status)
  return statuses
}
