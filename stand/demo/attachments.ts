/** Attachments of a demo order that carry no money rule of their own (oms §2). */
import type { WireItem, WireOrder } from '../oms'
import { dotNetDate } from '../oms/dates'
import { hexId } from './ids'
import type { OrderPlan } from './plan'
import type { Store } from './stores'

const DAY_MS = 86_400_000

/** Buyer, or the company that buys. */
export function clientProfile({ customer }: OrderPlan): WireOrder['clientProfileData'] {
  const { company } = customer
  return {
    id: 'clientProfileData',
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    documentType: customer.documentType,
    document: customer.document,
    phone: customer.phone,
    corporateName: company?.name ?? null,
    tradeName: company?.name ?? null,
    corporateDocument: company?.document ?? null,
    stateInscription: company?.stateInscription ?? null,
    corporatePhone: null,
    isCorporate: company !== undefined,
    userProfileId: hexId(customer.email).toLowerCase(),
    customerClass: null,
  }
}

/** One logisticsInfo per line; the whole freight on the first, as totals.Shipping says it. */
export function shipping(
  plan: OrderPlan,
  items: WireItem[],
  startedAt: number
): NonNullable<WireOrder['shippingData']> {
  const { customer, store } = plan
  const address = {
    addressType: plan.pickup ? 'pickup' : 'residential',
    receiverName: `${customer.firstName} ${customer.lastName}`,
    addressId: hexId(plan.orderId, 'address').toLowerCase(),
    ...customer.address,
    reference: null,
    geoCoordinates: [],
  }
  const estimate = dotNetDate(startedAt + (plan.promiseDays ?? 4) * DAY_MS)
  const pickupStoreInfo = plan.pickup
    ? {
        isPickupStore: true,
        friendlyName: 'Storeops Vila Leopoldina',
        address: { ...address, receiverName: null },
        dockId: '1',
        additionalInfo: 'Seg a sáb, 9h às 18h',
      }
    : {
        isPickupStore: false,
        friendlyName: null,
        address: null,
        dockId: null,
        additionalInfo: null,
      }
  return {
    id: 'shippingData',
    address,
    logisticsInfo: items.map((item, itemIndex) => {
      const price = itemIndex === 0 ? (plan.shipping ?? 0) : 0
      return {
        itemIndex,
        selectedSla: plan.pickup ? 'Retira' : 'Normal',
        lockTTL: '10d',
        price,
        listPrice: price,
        sellingPrice: price,
        deliveryWindow: null,
        deliveryCompany: store.courier,
        shippingEstimate: '4bd',
        shippingEstimateDate: estimate,
        slas: [],
        shipsTo: [store.country],
        deliveryIds: [
          {
            courierId: '1',
            courierName: store.courier,
            dockId: '1',
            quantity: item.quantity,
            warehouseId: '1_1',
            accountCarrierName: 'storeops',
            kitItemDetails: [],
          },
        ],
        deliveryChannel: plan.pickup ? 'pickup-in-point' : 'delivery',
        pickupStoreInfo,
        addressId: address.addressId,
        polygonName: '',
        pickupPointId: plan.pickup ? '1_leopoldina' : null,
        transitTime: '3d',
      }
    }),
    trackingHints: null,
    selectedAddresses: [address],
  }
}

/** One payment of the value, with interest on top where it was financed (oms §3.11). */
export function payment(plan: OrderPlan, value: number): NonNullable<WireOrder['paymentData']> {
  const { id, name, group } = plan.store.payment
  return {
    transactions: [
      {
        isActive: true,
        transactionId: hexId(plan.orderId, 'transaction'),
        merchantName: 'STOREOPS',
        payments: [
          {
            id: hexId(plan.orderId, 'payment'),
            paymentSystem: id,
            paymentSystemName: name,
            value: value + (plan.interest ?? 0),
            installments: plan.interest ? 10 : 1,
            referenceValue: value,
            cardHolder: null,
            group,
            tid: null,
            dueDate: null,
          },
        ],
      },
    ],
    giftCards: [],
  }
}

export function storePreferences(store: Store): NonNullable<WireOrder['storePreferencesData']> {
  return {
    countryCode: store.country,
    currencyCode: store.currencyCode,
    currencyFormatInfo: {
      CurrencyDecimalDigits: store.decimalDigits,
      CurrencyDecimalSeparator: store.decimalSeparator,
      CurrencyGroupSeparator: store.groupSeparator,
      CurrencyGroupSize: 3,
      StartsWithCurrencySymbol: true,
    },
    currencyLocale: store.locale,
    currencySymbol: store.symbol,
    timeZone: store.timeZone,
  }
}
