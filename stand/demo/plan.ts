/** What a demo order is planned as; buildOrder writes it out in OMS's shape. */
import type { ChangeV2, WireOrder } from '../oms'
import type { Sku } from './catalog'
import type { Customer } from './people'
import type { Store } from './stores'

export interface LinePlan {
  sku: Sku
  quantity: number
  /** Per unit; the catalog's where it is left out. @unit cents */
  price?: number
  /** Off the whole line, as a positive number. @unit cents */
  discount?: number
  isGift?: boolean
  /** Instead of `discount@price-…`. */
  tagName?: string
  /** Tags that say something and change nothing, shipping ones. */
  extraTags?: Array<{ name: string; cents: number }>
  unitMultiplier?: number
}

export interface EventPlan {
  hoursAgo: number
  description: string
  city?: string
  state?: string
}

export interface PackagePlan {
  number: string
  type?: 'Output' | 'Input'
  /** `rest`: what the invoices before it leave. @unit cents */
  value: number | 'rest'
  /** [itemIndex, quantity] of each; left out: every unit. Empty: by value. */
  items?: Array<[itemIndex: number, quantity: number]>
  hoursAgo: number
  courier?: string
  trackingNumber?: string
  trackingUrl?: string
  invoiceUrl?: string
  invoiceKey?: string
  /** The fiscal document stands in the package. */
  embedded?: boolean
  events?: EventPlan[]
  deliveredHoursAgo?: number
}

export interface OrderPlan {
  orderId: string
  note: string
  status: string | null
  hoursAgo: number
  customer: Customer
  store: Store
  lines: LinePlan[]
  /** @unit cents */
  shipping?: number
  tax?: number
  /** Further totals; ids may repeat. */
  moreTotals?: Array<{ id: string; name: string; value: number }>
  /** Days from the start to the promised date; negative: late. */
  promiseDays?: number
  pickup?: boolean
  marketplace?: { name: string; affiliateId: string; orderId: string; isCertified: boolean }
  origin?: 'Marketplace' | 'Fulfillment' | 'Chain'
  packages?: PackagePlan[]
  changesV1?: Array<{ discount: number; increment: number; reason: string; removed?: number[] }>
  changes?: (startedAt: number) => ChangeV2[]
  isCompleted?: boolean
  workflowIsInError?: boolean
  /** Paid on top of the value, as interest. @unit cents */
  interest?: number
  /** Last word on the order, where its shape shall be odd. */
  shape?: (order: WireOrder) => void
}
