import type { Clock } from '../ports'

/** Time that passes only when everybody waits for it: no test sleeps, and who wakes first is always the same. */
export class VirtualClock implements Clock {
  private readonly sleepers: { at: number; order: number; wake: () => void }[] = []
  private order = 0
  private isTicking = false

  constructor(private current = Date.parse('2026-03-10T12:00:00Z')) {}

  now(): number {
    return this.current
  }

  advance(milliseconds: number): void {
    this.current += milliseconds
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.sleepers.push({ at: this.current + milliseconds, order: this.order++, wake })
      this.tick()
    })
  }

  private tick(): void {
    if (this.isTicking) return
    this.isTicking = true
    // After all work that needs no time has been done.
    setImmediate(() => {
      this.isTicking = false
      this.sleepers.sort((a, b) => a.at - b.at || a.order - b.order)
      const next = this.sleepers.shift()
      if (!next) return
      this.current = Math.max(this.current, next.at)
      next.wake()
      if (this.sleepers.length > 0) this.tick()
    })
  }
}
