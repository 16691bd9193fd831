interface CustomersOrder {
  orderId: string
  remainingValue: number
}

/**
 * The one other order of a document's recipient of which exactly the document's value is left to invoice; null where none
 * or more than one is: a guess would send the person to a wrong order.
 * @unit `value`: cents
 */
export function matchingOrder(
  orders: readonly CustomersOrder[],
  value: number | null,
  besides: string
): string | null {
  const matching = orders.filter(
    ({ orderId, remainingValue }) => orderId !== besides && remainingValue === value
  )

  return matching.length === 1 ? matching[0].orderId : null
}
