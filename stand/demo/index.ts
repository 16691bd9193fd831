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
import { indexInSeason, seasonPlan, seasonPlans } from './season/season'

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
 * @shape (epoch milliseconds of the start, which every date counts from; so many of a season besides) -> seeds of the OMS
 * double
 */
export function demoOrders(startedAt: number, ofSeason = 0): SeedOrder[] {
  const demo = PLANS.map((plan, position) => seedOf(plan, position + 1, startedAt))
  const season = seasonPlans(ofSeason, startedAt)
  return [...demo, ...season.map((plan, at) => seedOf(plan, PLANS.length + at + 1, startedAt))]
}

/** One of them as it was at the start. */
export function demoOrder(orderId: string, startedAt: number, ofSeason = 0): SeedOrder | null {
  const position = PLANS.findIndex((plan) => plan.orderId === orderId)
  if (position >= 0) return seedOf(PLANS[position]!, position + 1, startedAt)
  const at = indexInSeason(orderId)
  if (at === null || at >= ofSeason) return null
  return seedOf(seasonPlan(at, ofSeason, startedAt), PLANS.length + at + 1, startedAt)
}

function seedOf(plan: OrderPlan, position: number, startedAt: number): SeedOrder {
  const seed = buildOrder(plan, position, startedAt)
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
}
