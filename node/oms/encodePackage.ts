import type { Package, TrackingEvent } from '../domain/order/order'

/** One invoice as OMS shows it in an order's `packageAttachment.packages`. @source oms §2.4 */
export function encodePackage(stored: Package): Record<string, unknown> {
  const { courierStatus } = stored
  return {
    type: stored.type === 'INPUT' ? 'Input' : 'Output',
    invoiceNumber: stored.invoiceNumber,
    invoiceValue: stored.invoiceValue,
    issuanceDate: stored.issuanceDate,
    invoiceKey: stored.invoiceKey,
    invoiceUrl: stored.invoiceUrl,
    embeddedInvoice: stored.embeddedInvoice,
    courier: stored.courier,
    trackingNumber: stored.trackingNumber,
    trackingUrl: stored.trackingUrl,
    items: stored.items.map(({ itemIndex, id, quantity, price, description }) => ({
      itemIndex,
      id,
      quantity,
      price,
      description,
    })),
    courierStatus: courierStatus && {
      status: courierStatus.status,
      finished: courierStatus.finished,
      deliveredDate: courierStatus.deliveredDate,
      data: courierStatus.events.map(encodeEvent),
    },
  }
}

function encodeEvent({ dateText, description, city, state }: TrackingEvent): object {
  return { lastChange: dateText, description, city, state }
}
