import { checkAccount } from '../../usecases/checkAccount'
import { listOrders } from '../../usecases/listOrders'
import { matchOrders } from '../../usecases/matchOrders'
import { previewInvoice } from '../../usecases/previewInvoice'
import { readActivity } from '../../usecases/readActivity'
import { readQueueRows } from '../../usecases/readQueueRows'
import { readFiscalDocument } from '../../usecases/readFiscalDocument'
import { readSettings } from '../../usecases/readSettings'
import { viewOrder } from '../../usecases/viewOrder'
import { describeViewer } from '../../usecases/describeViewer'
import { requireRight } from '../actor'
import type {
  QueryActivityArgs,
  QueryMatchOrdersArgs,
  QueryOrderArgs,
  QueryOrdersArgs,
  QueryPreviewInvoiceArgs,
  QueryQueueRowsArgs,
  QueryReadFiscalDocumentArgs,
  QueryResolvers,
} from '../generated/schema'
import { countQueues } from '../../usecases/readmodel/countQueues'
import { givenReference, invoiceCommand, ordersQuery } from '../input'
import { presentActivity, presentOrder, presentPreview } from '../present'
import { presentOrderPage, presentQueueRows } from '../presentQueue'
import { portsOfCheck } from '../portsOfCheck'
import { query } from '../rootField'
import { batchQueries } from './batchQueries'
import { connectorQueries } from './connectors'
import { readModelQueries } from './readModel'

export const Query: Required<QueryResolvers> = {
  ...batchQueries,
  ...connectorQueries,
  ...readModelQueries,

  order: query('order', async (ports, { orderId }: QueryOrderArgs) => {
    const view = await viewOrder(ports, orderId)
    return view && presentOrder(view)
  }),

  orders: query('orders', async (ports, args: QueryOrdersArgs) => {
    const page = listOrders(ports, ordersQuery(args))
    // OMS judges the token too: License Manager is asked meanwhile, and nothing is shown before it has answered.
    page.catch(() => undefined)
    await requireRight(ports.caller, 'OMSViewer')
    // Whoever opens a queue has the orders looked at that are due.
    void ports.following?.nudge('LOOKED')
    return presentOrderPage(await page, ports.clock.now())
  }),

  queueRows: query('queueRows', async (ports, { queue, orderIds }: QueryQueueRowsArgs) => {
    const rows = readQueueRows(ports, queue, orderIds)
    rows.catch(() => undefined)
    await requireRight(ports.caller, 'OMSViewer')
    return presentQueueRows(await rows)
  }),

  queueCounts: query('queueCounts', async (ports) => {
    await requireRight(ports.caller, 'OMSViewer')
    return (await countQueues(ports)).map((one) => ({ ...one, yesterday: null }))
  }),

  matchOrders: query('matchOrders', async (ports, { references }: QueryMatchOrdersArgs) => {
    await requireRight(ports.caller, 'OMSViewer')
    return matchOrders(ports, references.map(givenReference))
  }),

  previewInvoice: query(
    'previewInvoice',
    async (ports, { orderId, invoice, replace }: QueryPreviewInvoiceArgs) =>
      presentPreview(
        await previewInvoice(ports, orderId, invoiceCommand(invoice), replace?.version ?? null)
      )
  ),

  readFiscalDocument: query(
    'readFiscalDocument',
    async (_ports, { xml }: QueryReadFiscalDocumentArgs) => readFiscalDocument(xml)
  ),

  activity: query('activity', (ports, { orderId, first }: QueryActivityArgs) =>
    readActivity(ports, orderId, first ?? 50).then((entries) => entries.map(presentActivity))
  ),

  settings: query('settings', (ports) => readSettings(ports)),

  accountCheck: query('accountCheck', async (_ports, _args, ctx) =>
    checkAccount(await portsOfCheck(ctx))
  ),

  viewer: query('viewer', (ports) => describeViewer(ports)),
}
