import type { Clock, Log, LogEntry } from '../../usecases/ports'

/** Time moves only by sleeping and by hand. */
export class FakeClock implements Clock {
  constructor(private time = Date.parse('2026-03-01T12:00:00Z')) {}

  now(): number {
    return this.time
  }

  async sleep(milliseconds: number): Promise<void> {
    this.time += milliseconds
  }

  advance(milliseconds: number): void {
    this.time += milliseconds
  }
}

export class RecordingLog implements Log {
  readonly warnings: LogEntry[] = []

  info(): void {}

  warn(entry: LogEntry): void {
    this.warnings.push(entry)
  }

  error(): void {}
}

export function countingIds(prefix = 'id'): () => string {
  let count = 0
  return () => `${prefix}-${++count}`
}
