import type { Fields } from './judge'

const MOST_AT_ONCE = 10
const IDLE_MS = 20 * 60_000

interface Scroll {
  readonly entity: string
  readonly rows: readonly Fields[]
  readonly size: number
  /** What was asked for at its start, which no later call may change. */
  readonly asked: string
  at: number
  usedAt: number
}

interface ScrollPage {
  readonly rows: readonly Fields[]
  readonly total: number
}

/** The scrolls that are open in the account. Each shows what the index had when it began, every document once. */
export class Scrolls {
  private readonly open = new Map<string, Scroll>()

  /** Whether another one may begin. */
  hasRoom(now: number): boolean {
    for (const [token, { usedAt }] of this.open)
      if (usedAt + IDLE_MS <= now) this.open.delete(token)
    return this.open.size < MOST_AT_ONCE
  }

  begin(token: string, scroll: Omit<Scroll, 'at' | 'usedAt'>, now: number): void {
    this.open.set(token, { ...scroll, at: 0, usedAt: now })
  }

  /** What was asked for at the start; null: the entity has no such scroll, or not any more. */
  askedBy(token: string, entity: string, now: number): string | null {
    const scroll = this.open.get(token)
    if (scroll?.entity !== entity || scroll.usedAt + IDLE_MS <= now) return null
    return scroll.asked
  }

  /** The next page. The empty one is the last: with it the scroll is over. */
  next(token: string, now: number): ScrollPage {
    const scroll = this.open.get(token)!
    const rows = scroll.rows.slice(scroll.at, scroll.at + scroll.size)
    scroll.at += scroll.size
    scroll.usedAt = now
    if (rows.length === 0) this.open.delete(token)
    return { rows, total: scroll.rows.length }
  }
}
