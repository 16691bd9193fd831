/**
 * Known issues of OMS that a client meets, each under VTEX's own slug (oms §8). Those that VTEX
 * has open and that oms §11 counts as OMS's normal behaviour are on from the start.
 */
export const BUGS = {
  'an-error-has-occurred-when-adding-tracking-information': {
    on: true,
    says: 'PATCH and PUT on a stored number with a space answer 500 "An error has occurred"',
  },
  'tracking-update-fails-when-invoicenumber-contains-omsorders-invoice-routes': {
    on: true,
    says: 'a number with "/" is not reached: 404 raw and as %2F',
  },
  'space-in-invoicenumber-causes-failure-in-postpurchase-flow': {
    on: false,
    says: 'a number keeps its trailing space: tracking without it is "Invoice Not Found", with it 500',
  },
  'special-characters-in-invoicenumber-cause-postpurchase-flow-to-fail': {
    on: false,
    says: 'an order closed by a number with "#", "/" and the like never becomes invoiced: it stays in `invoice`, in error',
  },
  'inference-invoice-system-is-not-working-properly-when-there-are-same-skuid-in-different-array-items':
    {
      on: false,
      says: 'inferred package items of a repeated SKU all stand on its first line, with that line’s quantity',
    },
  'invoice-items-description-in-packages-overwritten-based-on-invoicevalue-rule-ordersoms-get-order-reconstruction':
    {
      on: false,
      says: 'an invoice that reaches the order value shows items rebuilt from the order, own descriptions gone',
    },
  'invoice-accepted-with-value-higher-than-order-total-via-orders-api-during-concurrent-change': {
    on: false,
    says: 'while a change runs, and a second after any change request, an invoice is taken whatever its value',
  },
  'orders-invoicing-calculation-using-input-invoice-value-in-output-invoice-validation': {
    on: false,
    says: 'Input invoices count in the value check of an Output',
  },
  'wrong-value-for-pricedefinition-in-the-chain-order-for-a-multilevel-marketplace': {
    on: false,
    says: 'priceDefinition of a Chain order follows price instead of sellingPrice',
  },
  'item-added-to-change-order-is-in-another-package-after-invoiced': {
    on: false,
    says: 'units added by a change after an invoice show as a package without number',
  },
  'change-v1-item-disappears-from-ui-after-being-invoiced-scenario-with-promotion': {
    on: false,
    says: 'after a change v1 that removes one of two lines of an SKU, both are null in items[]',
  },
  'erro-in-change-v2-flow-with-duplicated-itens': {
    on: false,
    says: 'a change v2 on an SKU that stands in several lines hits the first of them',
  },
  'possible-errors-in-change-orders-notification-in-the-ui-api-and-gateway': {
    on: false,
    says: 'a change v1 shows in changesAttachment while value and totals stay',
  },
  'error-in-viewing-the-orders-ui-after-requesting-the-invoice-via-app': {
    on: false,
    says: 'after a change v2 the last item of every package points outside items[]',
  },
  'orders-stuck-in-requestcancel-on-marketplace-when-seller-invoices-at-the-same-time-cancel-vs-invoice-race-condition':
    {
      on: false,
      says: 'a cancel while an invoice is unapplied, or the other way round, ends in request-cancel, in error',
    },
  'orders-that-fail-to-reach-the-invoiced-status-even-after-the-invoice-has-been-correctly-entered':
    {
      on: false,
      says: 'the invoice that completes the value leaves the order in payment-approved',
    },
  'order-with-status-of-verifying-invoice-does-not-update-to-invoiced': {
    on: false,
    says: 'the order stays in `invoice`',
  },
  'orders-stuck-in-starthandling-status': {
    on: false,
    says: 'the order stays in start-handling and refuses invoice and cancel',
  },
  'two-different-workflows-for-the-same-order-resulting-in-status-detailstatenull': {
    on: false,
    says: 'after start-handling the status is null, described "detail.state.null", empty in the list',
  },
  'partial-issue-of-invoice-changes-date-of-payment-authorization': {
    on: false,
    says: 'a partial invoice moves authorizedDate',
  },
  'delay-in-canceling-the-order-in-marketplace': {
    on: false,
    says: 'a canceled order goes back to `cancel` once before it stays canceled',
  },
  'order-isnt-fully-canceled': {
    on: false,
    says: 'cancel of an incomplete order gives a receipt and does nothing',
  },
  'order-stuck-at-seller-status-cancellationrequestdeniedffm': {
    on: false,
    says: 'a denied cancellation stays in cancellation-request-denied-ffm',
  },
  'status-in-the-order-list-is-different-from-the-current-order-status': {
    on: false,
    says: 'the list misses every change that happens while this is on, until the order changes again',
  },
  'rounding-of-totalvalue-in-listorders': {
    on: false,
    says: 'totalValue of the list is rounded to whole units of the currency',
  },
  'error-when-including-many-filters-in-the-order-list': {
    on: false,
    says: 'a list call with more than three filters answers 404',
  },
  'logisticsinfo-with-incorrect-order-in-the-orderform': {
    on: false,
    says: 'logisticsInfo is not in the order of itemIndex',
  },
  'input-invoice-is-not-triggering-the-refund-process-at-the-gateway': {
    on: false,
    says: 'an Input that names one SKU twice carries no restitution',
  },
  'refund-limited-incorrectly-due-to-duplicated-receipt-from-race-condition-oms-invoicerestutions':
    {
      on: false,
      says: 'each Input counts twice in the refund limit',
    },
  'scenarios-involving-goodwill-following-an-order-modification': {
    on: false,
    says: 'an Input on a changed order is refused: "Unable to use the restitution Refund more than 0.0"',
  },
  'split-items-order-with-value-as-0-zero-on-the-invoice': {
    on: false,
    says: 'the restitution of a repeated SKU takes the price of its cheapest line',
  },
} as const

export type BugSlug = keyof typeof BUGS
export type Bugs = Record<BugSlug, boolean>

/** Every bug at its default. */
export function standardBugs(): Bugs {
  return Object.fromEntries(Object.entries(BUGS).map(([slug, bug]) => [slug, bug.on])) as Bugs
}

/** Why a slug or value does not fit, or null where it does. */
export function bugComplaint(slug: string, value: unknown): string | null {
  if (!Object.hasOwn(BUGS, slug)) {
    return `bugs.${slug} is unknown; known are ${Object.keys(BUGS).join(', ')}`
  }
  return typeof value === 'boolean' ? null : `bugs.${slug} is true or false`
}
