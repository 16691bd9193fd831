/**
 * OMS's JSON as the double stores and shows it (oms §2). Open on purpose: an order keeps keys that
 * no rule here needs, and real orders leave out or null nearly every attachment (oms §2.9).
 */

export interface WireOrder {
  orderId: string
  sequence?: string | null
  marketplaceOrderId?: string | null
  sellerOrderId?: string | null
  origin?: string | null
  affiliateId?: string | null
  salesChannel?: string | null
  status: string | null
  statusDescription?: string | null
  workflowIsInError?: boolean
  /** Integer cents, changes included. */
  value: number
  creationDate: string
  lastChange: string
  authorizedDate?: string | null
  invoicedDate?: string | null
  isCompleted?: boolean | null
  hostname?: string | null
  totals: WireTotal[]
  items: WireItem[]
  sellers?: Array<{ id: string; name: string; logo?: string; fulfillmentEndpoint?: string }> | null
  marketplace?: { baseURL?: string; isCertified?: boolean | null; name?: string } | null
  storePreferencesData?: { currencyCode?: string; timeZone?: string; [key: string]: unknown } | null
  clientProfileData?: WireClient | null
  shippingData?: { logisticsInfo?: WireLogistics[] | null; [key: string]: unknown } | null
  paymentData?: { transactions?: WireTransaction[]; [key: string]: unknown } | null
  packageAttachment?: { packages: WirePackage[] } | null
  changesAttachment?: { id: string; changesData: WireChangeV1[] } | null
  cancelReason?: string | null
  cancellationData?: Record<string, unknown> | null
  [key: string]: unknown
}

export interface WireTotal {
  id: string
  name: string
  value: number
}

export interface WirePriceTag {
  name: string
  value?: number | null
  rawValue: number
  isPercentual: boolean
  identifier: string | null
}

export interface WireItem {
  uniqueId: string
  id: string
  name: string
  quantity: number
  price: number
  sellingPrice: number
  isGift: boolean
  unitMultiplier: number
  priceTags: WirePriceTag[]
  priceDefinition?: {
    sellingPrices: Array<{ value: number; quantity: number }>
    calculatedSellingPrice: number
    total: number
    reason: string | null
  } | null
  [key: string]: unknown
}

export interface WireLogistics {
  itemIndex: number
  shippingEstimateDate?: string | null
  deliveryChannel?: string | null
  [key: string]: unknown
}

export interface WireTransaction {
  isActive: boolean
  transactionId: string
  merchantName: string
  payments: Array<{ paymentSystemName: string; value: number; [key: string]: unknown }>
}

export interface WireClient {
  email?: string | null
  firstName?: string | null
  lastName?: string | null
  document?: string | null
  corporateName?: string | null
  corporateDocument?: string | null
  [key: string]: unknown
}

export interface WirePackageItem {
  itemIndex: number
  quantity: number
  price: number | null
  description: string | null
  unitMultiplier: number
}

export interface WireCourierEvent {
  lastChange: string
  city: string
  state: string
  description: string
  createDate: string
}

export interface WireCourierStatus {
  status: string | null
  finished: boolean
  deliveredDate: string | null
  data: WireCourierEvent[]
}

/** One invoice, Output or Input alike. Has no dispatchedDate and no receipt (oms §2.4). */
export interface WirePackage {
  items: WirePackageItem[]
  courier: string | null
  invoiceNumber: string
  invoiceValue: number
  invoiceUrl: string | null
  issuanceDate: string
  trackingNumber: string | null
  invoiceKey: string | null
  trackingUrl: string | null
  embeddedInvoice: string
  type: 'Output' | 'Input'
  courierStatus: WireCourierStatus | null
  cfop: string | null
  restitutions: { Refund: WireRefund } | null
  volumes: number | null
  EnableInferItems: boolean | null
}

export interface WireRefund {
  value: number
  giftCardData: null
  items: Array<{
    useFreight: boolean
    isCompensation: boolean
    compensationValue: number
    id: string
    quantity: number
    price: number
    description: string | null
  }>
}

export interface WireChangeItem {
  id: string
  name: string
  quantity: number
  price: number
  unitMultiplier: number | null
}

export interface WireChangeV1 {
  reason: string
  discountValue: number
  incrementValue: number
  itemsAdded: WireChangeItem[]
  itemsRemoved: WireChangeItem[]
  receipt: WireReceipt
}

export interface WireReceipt {
  date: string
  orderId: string
  receipt: string
}
