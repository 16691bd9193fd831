import type { Clock } from '../usecases/ports'

export interface Bounds {
  /** Values kept at most; the one that was asked for longest ago leaves first. */
  readonly most: number
  readonly ageMs: number
}

interface Kept<Value> {
  readonly value: Value
  /** As long before it was kept as `until` is after. */
  readonly notBefore: number
  readonly until: number
}

/**
 * What a process remembers from one request to the next: each value until its time, and no more than so many. The
 * process serves several accounts, so a key names whose value it is.
 */
export class TimedMemory<Value> {
  /** In the order in which they were asked for or kept, newest last. */
  private readonly kept = new Map<string, Kept<Value>>()

  constructor(
    private readonly bounds: Bounds,
    private readonly clock: Pick<Clock, 'now'>
  ) {}

  get size(): number {
    return this.kept.size
  }

  get(key: string): Value | undefined {
    const found = this.kept.get(key)
    this.kept.delete(key)
    const now = this.clock.now()
    // A clock that was put back by more than it may be old would keep it for as long: nobody knows how old it is.
    if (!found || now >= found.until || now <= found.notBefore) return undefined
    this.kept.set(key, found)
    return found.value
  }

  set(key: string, value: Value, ageMs = this.bounds.ageMs): void {
    this.kept.delete(key)
    const now = this.clock.now()
    this.kept.set(key, { value, notBefore: now - ageMs, until: now + ageMs })
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.bounds.most) return
      this.kept.delete(oldest)
    }
  }

  drop(key: string): void {
    this.kept.delete(key)
  }
}
