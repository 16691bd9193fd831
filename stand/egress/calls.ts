/** One outbound call of the app, as measurements need it: where, how it ended, how long it took. */
export interface OutboundCall {
  readonly method: string
  readonly host: string
  readonly path: string
  /** 0: no answer. */
  readonly status: number
  readonly ms: number
}

const KEPT = 5000

export class OutboundCalls {
  private calls: OutboundCall[] = []

  record(call: OutboundCall): void {
    this.calls.push(call)
    if (this.calls.length > KEPT) this.calls = this.calls.slice(-KEPT)
  }

  list(): readonly OutboundCall[] {
    return this.calls
  }

  clear(): void {
    this.calls = []
  }
}
