/** A plan in OMS's shape, sums right by construction (oms §2). */
import type { SeedOrder, WireItem, WireOrder, WirePackage, WireTotal } from '../oms'
import { dotNetDate } from '../oms/dates'
import { grossOf, sellingPrices } from '../oms/lines'
import { buildPackages } from './buildPackages'
import { hexId } from './ids'
import type { LinePlan, OrderPlan } from './plan'
import { clientProfile, payment, shipping, storePreferences } from './attachments'

export const HOUR_MS = 3_600_000

/** @shape (plan, running number, start of the stand) -> an order as GET shows it, with its note */
export function buildOrder(plan: OrderPlan, position: number, startedAt: number): SeedOrder {
  const items = plan.lines.map((line, index) => buildLine(plan, line, index))
  const totals = buildTotals(plan, items)
  const value = totals.reduce((sum, total) => sum + total.value, 0)
  const created = startedAt - plan.hoursAgo * HOUR_MS
  const authorized = created + 35 * 60_000
  const packages = buildPackages(plan, items, value, startedAt)
  const order: WireOrder = {
    orderId: plan.orderId,
    sequence: String(600_100 + position),
    marketplaceOrderId: plan.marketplace?.orderId ?? '',
    marketplaceServicesEndpoint: plan.marketplace
      ? `http://marketplace.example.com/${plan.marketplace.affiliateId.toLowerCase()}`
      : null,
    sellerOrderId: `00-v${600_100 + position}strp-01`,
    origin: plan.origin ?? (plan.marketplace ? 'Fulfillment' : 'Marketplace'),
    affiliateId: plan.marketplace?.affiliateId ?? '',
    salesChannel: plan.store.salesChannel,
    merchantName: null,
    status: plan.status,
    statusDescription: STATUS_WORDS[plan.status ?? ''] ?? '',
    workflowIsInError: plan.workflowIsInError ?? false,
    value,
    creationDate: dotNetDate(created),
    lastChange: dotNetDate(lastChange(plan, authorized, packages)),
    followUpEmail: plan.customer.email,
    lastMessage: null,
    orderFormId: hexId(plan.orderId, 'orderForm').toLowerCase(),
    orderGroup: /^\d+-\d+$/.test(plan.orderId) ? plan.orderId.slice(0, -3) : null,
    hostname: 'storeops',
    isCompleted: plan.isCompleted ?? true,
    roundingError: 0,
    allowCancellation: plan.status !== 'invoiced',
    allowEdition: false,
    isCheckedIn: false,
    authorizedDate: UNPAID.includes(plan.status ?? '') ? null : dotNetDate(authorized),
    invoicedDate: plan.status === 'invoiced' ? invoicedDate(packages) : null,
    cancelReason: null,
    totals,
    sellers: [{ id: '1', name: 'Storeops', logo: '', fulfillmentEndpoint: '' }],
    clientProfileData: clientProfile(plan),
    shippingData: shipping(plan, items, startedAt),
    paymentData: payment(plan, value),
    marketplace: plan.marketplace
      ? {
          baseURL: 'http://marketplace.example.com',
          isCertified: plan.marketplace.isCertified,
          name: plan.marketplace.name,
        }
      : null,
    storePreferencesData: storePreferences(plan.store),
    customData: null,
    openTextField: null,
    invoiceData: null,
    clientPreferencesData: { locale: 'pt-BR', optinNewsLetter: false },
    cancellationData: null,
    taxData: null,
    subscriptionData: null,
    marketingData: null,
    giftRegistryData: null,
    callCenterOperatorData: null,
    commercialConditionData: null,
    checkedInPickupPointId: null,
    ratesAndBenefitsData: { id: 'ratesAndBenefitsData', rateAndBenefitsIdentifiers: [] },
    changesAttachment: changesV1(plan, items, created),
    packageAttachment: { packages },
    marketplaceItems: [],
    items,
  }
  plan.shape?.(order)
  const changes = plan.changes?.(startedAt)
  return { note: plan.note, order, ...(changes && { changes }) }
}

const UNPAID = ['payment-pending', 'order-created']

const STATUS_WORDS: Record<string, string> = {
  'ready-for-handling': 'Pronto para o Manuseio',
  'start-handling': 'Iniciar Manuseio',
  handling: 'Preparando Entrega',
  invoice: 'Verificando Fatura',
  invoiced: 'Faturado',
  canceled: 'Cancelado',
  'payment-pending': 'Pagamento Pendente',
  'payment-approved': 'Pagamento Aprovado',
  'window-to-cancel': 'Carência para Cancelamento',
}

function buildLine(plan: OrderPlan, line: LinePlan, index: number): WireItem {
  const { sku, quantity, discount = 0, isGift = false } = line
  const price = isGift ? 0 : (line.price ?? sku.price)
  const unitMultiplier = line.unitMultiplier ?? sku.unitMultiplier ?? 1
  const gross = grossOf({ price, quantity, unitMultiplier })
  const total = gross - discount
  const prices = sellingPrices(total, quantity)
  const identifier = hexId(plan.orderId, index, 'promotion').toLowerCase()
  const tag = (name: string, cents: number) => ({
    name,
    value: cents,
    rawValue: cents / 100,
    isPercentual: false,
    identifier,
  })
  return {
    uniqueId: hexId(plan.orderId, index),
    id: sku.id,
    productId: sku.productId,
    ean: sku.ean,
    lockId: `00-${plan.orderId}`,
    itemAttachment: { content: {}, name: null },
    attachments: [],
    quantity,
    seller: '1',
    name: sku.name,
    refId: sku.refId,
    price,
    listPrice: price,
    manualPrice: null,
    priceTags: [
      ...(discount > 0
        ? [tag(line.tagName ?? `discount@price-${identifier}#${identifier}`, -discount)]
        : []),
      ...(line.extraTags ?? []).map(({ name, cents }) => tag(name, cents)),
    ],
    imageUrl: null,
    detailUrl: `/sku-${sku.id}/p`,
    components: (sku.components ?? []).map((component) => ({ ...component, uniqueId: null })),
    bundleItems: [],
    params: [],
    offerings: [],
    sellerSku: sku.id,
    priceValidUntil: null,
    commission: 0,
    tax: 0,
    preSaleDate: null,
    measurementUnit: sku.measurementUnit ?? 'un',
    unitMultiplier,
    sellingPrice: Math.round(total / quantity),
    isGift,
    shippingPrice: null,
    rewardValue: 0,
    freightCommission: 0,
    priceDefinition: {
      sellingPrices: prices,
      calculatedSellingPrice: Math.round(total / quantity),
      total,
      reason: null,
    },
    taxCode: sku.ncm,
    parentItemIndex: null,
    parentAssemblyBinding: null,
  }
}

function buildTotals(plan: OrderPlan, items: WireItem[]): WireTotal[] {
  const gross = items.reduce((sum, item) => sum + grossOf(item), 0)
  const worth = items.reduce((sum, item) => sum + item.priceDefinition!.total, 0)
  const change = (plan.changesV1 ?? []).reduce(
    (sum, { increment, discount }) => sum + increment - discount,
    0
  )
  return [
    { id: 'Items', name: 'Total dos Itens', value: gross },
    { id: 'Discounts', name: 'Total dos Descontos', value: worth - gross },
    { id: 'Shipping', name: 'Total do Frete', value: plan.shipping ?? 0 },
    { id: 'Tax', name: 'Total da Taxa', value: plan.tax ?? 0 },
    ...(change === 0 ? [] : [{ id: 'Change', name: 'Total das mudanças', value: change }]),
    ...(plan.moreTotals ?? []),
  ]
}

function changesV1(plan: OrderPlan, items: WireItem[], created: number) {
  if (!plan.changesV1) return null
  return {
    id: 'changeAttachment',
    changesData: plan.changesV1.map((change, index) => ({
      reason: change.reason,
      discountValue: change.discount,
      incrementValue: change.increment,
      itemsAdded: [],
      itemsRemoved: (change.removed ?? []).map((itemIndex) => ({
        id: items[itemIndex]!.id,
        name: items[itemIndex]!.name,
        quantity: 1,
        price: items[itemIndex]!.price,
        unitMultiplier: null,
      })),
      receipt: {
        date: dotNetDate(created + (index + 2) * HOUR_MS),
        orderId: plan.orderId,
        receipt: hexId(plan.orderId, 'change', index).toLowerCase(),
      },
    })),
  }
}

function lastChange(plan: OrderPlan, authorized: number, packages: WirePackage[]): number {
  if (UNPAID.includes(plan.status ?? '')) return authorized - 35 * 60_000
  const issued = packages.map(({ issuanceDate }) => Date.parse(issuanceDate))
  return Math.max(authorized + 20 * 60_000, ...issued)
}

function invoicedDate(packages: WirePackage[]): string | null {
  const outputs = packages.filter(({ type }) => type === 'Output')
  return (
    outputs
      .map(({ issuanceDate }) => issuanceDate)
      .sort()
      .pop() ?? null
  )
}
