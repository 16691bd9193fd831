/** TO_INVOICE from marketplaces; certified ones want the XML (oms §6). */
import * as sku from '../catalog'
import * as people from '../people'
import type { OrderPlan } from '../plan'
import { BRAZIL } from '../stores'

export const toInvoiceMarketplace: OrderPlan[] = [
  {
    orderId: 'MLB-2000009911227733-01',
    note: 'TO_INVOICE, certified marketplace: Mercado Livre, the XML is wanted',
    status: 'handling',
    hoursAgo: 18,
    customer: people.BENTO,
    store: BRAZIL,
    lines: [{ sku: sku.HEADPHONES, quantity: 1 }],
    shipping: 0,
    marketplace: {
      name: 'Mercado Livre',
      affiliateId: 'MLB',
      orderId: '2000009911227733',
      isCertified: true,
    },
    shape: (order) => {
      order.customData = {
        customApps: [
          {
            id: 'mercadolivre',
            major: 1,
            fields: { total_paid_amount: '349.90', marketplacePaymentMethods: 'CreditCard' },
          },
        ],
      }
    },
  },
  {
    orderId: 'AMZ-701-1947797-1739404-01',
    note: 'TO_INVOICE, certified marketplace: Amazon, with a label among the tracking hints',
    status: 'handling',
    hoursAgo: 19,
    customer: people.CELIA,
    store: BRAZIL,
    lines: [
      { sku: sku.MUG, quantity: 4 },
      { sku: sku.TOWEL, quantity: 1 },
    ],
    shipping: 0,
    marketplace: {
      name: 'Amazon',
      affiliateId: 'AMZ',
      orderId: '701-1947797-1739404',
      isCertified: true,
    },
    shape: (order) => {
      order.shippingData!.trackingHints = [
        {
          trackingId: '701-1947797-1739404_DBA',
          courierName: 'Amazon Label',
          trackingUrl: 'https://storeops.example.com/labels/701-1947797-1739404',
          trackingLabel: 'Amazon Label',
        },
      ]
    },
  },
  {
    orderId: 'MGL-8810044221-01',
    note: 'TO_INVOICE, certified marketplace: Magalu, a discount paid by the marketplace',
    status: 'handling',
    hoursAgo: 24,
    customer: people.DARIO,
    store: BRAZIL,
    lines: [{ sku: sku.LAMP, quantity: 2, discount: 3_100, tagName: 'DISCOUNT@MARKETPLACE' }],
    shipping: 2_190,
    marketplace: {
      name: 'Magazine Luiza',
      affiliateId: 'MGL',
      orderId: '8810044221',
      isCertified: true,
    },
  },
  {
    orderId: 'NTS-55110077-01',
    note: 'TO_INVOICE, certified marketplace: Netshoes, shipped by the marketplace (FOB)',
    status: 'handling',
    hoursAgo: 40,
    customer: people.ANA,
    store: BRAZIL,
    lines: [{ sku: sku.TOWEL, quantity: 3 }],
    shipping: 0,
    marketplace: { name: 'Netshoes', affiliateId: 'NTS', orderId: '55110077', isCertified: true },
    shape: (order) => {
      for (const info of order.shippingData!.logisticsInfo!) {
        Object.assign(info, {
          selectedSla: 'vtex:fob_nts',
          deliveryCompany: 'vtex:fob_nts',
          shippingEstimate: '0bd',
        })
      }
    },
  },
  {
    orderId: 'FCD-3300118-01',
    note: 'TO_INVOICE, marketplace that is not certified: no XML wanted',
    status: 'handling',
    hoursAgo: 42,
    customer: people.BENTO,
    store: BRAZIL,
    lines: [{ sku: sku.KETTLE, quantity: 1 }],
    shipping: 1_590,
    marketplace: {
      name: 'Feira da Cidade',
      affiliateId: 'FCD',
      orderId: '3300118',
      isCertified: false,
    },
  },
  {
    orderId: 'SLR-1653250410102-01',
    note: 'TO_INVOICE, seller of another VTEX account (SLR-): isCertified is null',
    status: 'handling',
    hoursAgo: 44,
    customer: people.CELIA,
    store: BRAZIL,
    lines: [
      { sku: sku.COFFEE, quantity: 2 },
      { sku: sku.MUG, quantity: 2 },
    ],
    shipping: 1_390,
    marketplace: {
      name: 'Galeria Norte',
      affiliateId: 'SLR',
      orderId: '1653250410102-01',
      isCertified: false,
    },
    shape: (order) => {
      order.marketplace!.isCertified = null
    },
  },
]
