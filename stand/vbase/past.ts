/** How far back a stale read may look. */
export const STALE_MS = 2_000

/** What stood at a place until another content, or none, took it. */
interface Replaced<Content> {
  readonly place: string
  readonly content: Content | undefined
  readonly until: number
}

/** What was replaced within the last moments: no more of it is kept than a stale read may still show. */
export class Past<Content> {
  private readonly byPlace = new Map<string, Replaced<Content>[]>()
  /** All of them, oldest first, from `gone` on. */
  private order: Replaced<Content>[] = []
  private gone = 0

  /** How many contents are kept. */
  get size(): number {
    return this.order.length - this.gone
  }

  note(place: string, content: Content | undefined, now: number): void {
    this.forget(now - STALE_MS)
    const replaced = { place, content, until: now }
    this.order.push(replaced)
    const known = this.byPlace.get(place)
    if (known) known.push(replaced)
    else this.byPlace.set(place, [replaced])
  }

  /** What stood there at that moment; null where that stands there still. */
  at(place: string, then: number): { readonly content: Content | undefined } | null {
    return this.byPlace.get(place)?.find(({ until }) => until > then) ?? null
  }

  clear(): void {
    this.byPlace.clear()
    this.order = []
    this.gone = 0
  }

  private forget(until: number): void {
    for (let next = this.order[this.gone]; next && next.until <= until;) {
      const here = this.byPlace.get(next.place)!
      here.shift()
      if (here.length === 0) this.byPlace.delete(next.place)
      this.gone += 1
      next = this.order[this.gone]
    }
    // Now and then, and half of them at least: moved one by one they would cost as much as all that are kept.
    if (this.gone < 1_000 || this.gone < this.order.length / 2) return
    this.order = this.order.slice(this.gone)
    this.gone = 0
  }
}
