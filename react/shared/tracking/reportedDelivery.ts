/** As much of an event as tells of a delivery. */
export interface ToldEvent {
  /** Null or absent where the stored text is no date. */
  date?: string | null
  description: string
}

/** Carriers' words for the door itself, not for the way there. */
const AT_THE_DOOR =
  /^(?:(?:objeto|pedido|pacote|paquete|envío|encomenda|parcel|package|shipment|item)\s+)?(?:was\s+|foi\s+|fue\s+)?(?:delivered|entregue|entregad[oa])(?!\s+(?:to (?:the )?carrier|[àa] transportadora|a la transportadora|al transportista))/i

function isDelivery({ description }: ToldEvent): boolean {
  return AT_THE_DOOR.test(description.trim())
}

/** The one with the latest moment; null where none has a moment. */
export function newestOf<E>(events: readonly E[], momentOf: (event: E) => string | null): E | null {
  const at = (event: E) => Date.parse(momentOf(event) ?? '')

  return events
    .filter((event) => !Number.isNaN(at(event)))
    .reduce<E | null>((newest, one) => (newest && at(newest) >= at(one) ? newest : one), null)
}

/** When the carrier says that it was delivered, where that is the newest that is known. */
export function reportedDelivery(events: readonly ToldEvent[]): string | null {
  const newest = newestOf(events, ({ date }) => date ?? null)

  return newest && isDelivery(newest) ? (newest.date ?? null) : null
}
