const MOST_REMEMBERED = 20_000
/** A request that looks at more orders than this shows a queue: there, what this process remembers is enough. */
const FEW_ORDERS = 2

/**
 * What a request writes down of the orders that it looks at. One that is looked at by itself is noted anew, so that what
 * was lost comes back; of a queue only what this process has not noted yet, so that looking again costs no call.
 */
export class OrderLooks {
  private looks = 0

  /** @param remembered by the process, from one request to the next */
  constructor(private readonly remembered: Set<string>) {}

  /** One order more is looked at: which of its notes are to be written. */
  next(): (key: string) => boolean {
    this.looks += 1
    const isOneOfMany = this.looks > FEW_ORDERS
    return (key) => !isOneOfMany || !this.remembered.has(key)
  }

  noted(key: string): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.add(key)
  }
}
