/** A call to a place that no double stands for. One of these fails a test run. */
export interface UnplannedCall {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly at: string
}

const KEPT = 500

export class UnplannedCalls {
  private calls: UnplannedCall[] = []

  constructor(private readonly now: () => number) {}

  record(method: string, host: string, path: string): void {
    this.calls.push({ method, host, path, at: new Date(this.now()).toISOString() })
    this.calls = this.calls.slice(-KEPT)
  }

  list(): readonly UnplannedCall[] {
    return this.calls
  }

  clear(): void {
    this.calls = []
  }
}
