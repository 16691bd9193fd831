import type { SeedOrder } from '../oms'
import { buildOrder } from './buildOrder'
import { demoInvoiceKey, demoInvoiceXml } from './fiscal'
import { closed } from './orders/closed'
import { delivered } from './orders/delivered'
import { inTransit } from './orders/inTransit'
import { odd } from './orders/odd'
import { partiallyInvoiced } from './orders/partiallyInvoiced'
import { toHandle } from './orders/toHandle'
import { toInvoice } from './orders/toInvoice'
import { toInvoiceAbroad } from './orders/toInvoiceAbroad'
import { toInvoiceMarketplace } from './orders/toInvoiceMarketplace'
import { toShip } from './orders/toShip'
import type { OrderPlan } from './plan'

export { salesChannels as demoSalesChannels } from './stores'
export { demoInvoiceKey, demoInvoiceXml, encodeXml, type InvoiceXmlOptions } from './fiscal'

const PLANS: OrderPlan[] = [
  ...toInvoice,
  ...toInvoiceAbroad,
  ...toInvoiceMarketplace,
  ...toHandle,
  ...partiallyInvoiced,
  ...toShip,
  ...inTransit,
  ...delivered,
  ...closed,
  ...odd,
]

/**
 * The orders that a stand starts with.
 * @shape (epoch milliseconds of the start, which every date counts from) -> seeds of the OMS double
 */
export function demoOrders(startedAt: number): SeedOrder[] {
  return PLANS.map((plan, position) => {
    const seed = buildOrder(plan, position + 1, startedAt)
    plan.packages?.forEach((one, index) => {
      if (!one.embedded) return
      const stored = seed.order.packageAttachment!.packages[index]!
      const options = {
        number: Number(one.number.replace(/\D/g, '')),
        issuedAt: Date.parse(stored.issuanceDate),
      }
      stored.embeddedInvoice = demoInvoiceXml(seed.order, options)
      stored.invoiceKey = demoInvoiceKey(seed.order, options)
    })
    return seed
  })
}
