/** Invoices that a demo order has had, in OMS's shape (oms §2.4). */
import type { WireItem, WirePackage } from '../oms'
import { dotNetDate } from '../oms/dates'
import type { OrderPlan, PackagePlan } from './plan'

const HOUR_MS = 3_600_000

/** @errors throws where a plan invoices more than the order is worth */
export function buildPackages(
  plan: OrderPlan,
  items: WireItem[],
  value: number,
  startedAt: number
): WirePackage[] {
  let rest = value
  return (plan.packages ?? []).map((one) => {
    const invoiceValue = one.value === 'rest' ? rest : one.value
    if (one.type !== 'Input') rest -= invoiceValue
    if (rest < 0) throw new Error(`${plan.orderId}: ${one.number} goes beyond the order's value`)
    return buildPackage(plan, one, items, invoiceValue, startedAt)
  })
}

function buildPackage(
  plan: OrderPlan,
  one: PackagePlan,
  items: WireItem[],
  invoiceValue: number,
  startedAt: number
): WirePackage {
  const at = (hoursAgo: number) => dotNetDate(startedAt - hoursAgo * HOUR_MS)
  const units = one.items ?? items.map((item, index) => [index, item.quantity] as [number, number])
  const isReturn = one.type === 'Input'
  return {
    items: units.map(([itemIndex, quantity]) => ({
      itemIndex,
      quantity,
      price: items[itemIndex]!.sellingPrice,
      description: items[itemIndex]!.name,
      unitMultiplier: items[itemIndex]!.unitMultiplier,
    })),
    courier: one.courier ?? (one.trackingNumber ? plan.store.courier : null),
    invoiceNumber: one.number,
    invoiceValue,
    invoiceUrl: one.invoiceUrl ?? null,
    issuanceDate: at(one.hoursAgo),
    trackingNumber: one.trackingNumber ?? null,
    invoiceKey: one.invoiceKey ?? null,
    trackingUrl: one.trackingUrl ?? null,
    embeddedInvoice: '',
    type: one.type ?? 'Output',
    courierStatus: one.events
      ? {
          status: 'ok',
          finished: one.deliveredHoursAgo !== undefined,
          deliveredDate: one.deliveredHoursAgo === undefined ? null : at(one.deliveredHoursAgo),
          data: [...one.events]
            .sort((first, second) => first.hoursAgo - second.hoursAgo)
            .map(({ hoursAgo, description, city = '', state = '' }) => ({
              lastChange: at(hoursAgo),
              city,
              state,
              description,
              createDate: at(Math.max(0, hoursAgo - 0.25)),
            })),
        }
      : null,
    cfop: null,
    restitutions: isReturn
      ? {
          Refund: {
            value: invoiceValue,
            giftCardData: null,
            items: units.map(([itemIndex, quantity]) => ({
              useFreight: false,
              isCompensation: false,
              compensationValue: 0,
              id: items[itemIndex]!.id,
              quantity,
              price: items[itemIndex]!.sellingPrice,
              description: null,
            })),
          },
        }
      : null,
    volumes: 0,
    EnableInferItems: one.items?.length === 0,
  }
}
