import { Replica, type ReplicaOptions } from './replica'

/** The worker processes behind the gateway, numbered from 1. */
export class Replicas {
  private readonly all: Replica[]
  private turn = 0
  /** Calls in hand, by replica. */
  private readonly calls = new Map<number, number>()

  constructor(count: number, options: Omit<ReplicaOptions, 'index'>) {
    this.all = Array.from({ length: count }, (_, at) => new Replica({ ...options, index: at + 1 }))
  }

  async start(): Promise<void> {
    try {
      await Promise.all(this.all.map((replica) => replica.start()))
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  get(index: number): Replica | undefined {
    return this.all.find((replica) => replica.index === index)
  }

  /** A call goes to a replica; what is returned says that it has ended. */
  begin(index: number): () => void {
    this.count(index, 1)
    return () => this.count(index, -1)
  }

  list(): { index: number; pid: number | null; up: boolean; restarts: number; calls: number }[] {
    return this.all.map(({ index, pid, port, restarts }) => ({
      index,
      pid,
      up: port !== null,
      restarts,
      calls: this.calls.get(index) ?? 0,
    }))
  }

  /** The next replica that is up, in turn; null when none is up within `waitMs`. */
  async next(waitMs: number): Promise<{ index: number; port: number } | null> {
    const found = this.pick()
    if (found) return found
    let limit: NodeJS.Timeout | undefined
    await Promise.race([
      ...this.all.map((replica) => replica.ready()),
      new Promise((resolve) => (limit = setTimeout(resolve, waitMs))),
    ])
    clearTimeout(limit)
    return this.pick()
  }

  async setClock(offsetMs: number): Promise<void> {
    await Promise.all(this.all.map((replica) => replica.setClock(offsetMs)))
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((replica) => replica.stop()))
  }

  private count(index: number, more: number): void {
    this.calls.set(index, (this.calls.get(index) ?? 0) + more)
  }

  private pick(): { index: number; port: number } | null {
    for (let step = 0; step < this.all.length; step += 1) {
      const replica = this.all[(this.turn + step) % this.all.length]!
      if (replica.port !== null) {
        this.turn = (this.turn + step + 1) % this.all.length
        return { index: replica.index, port: replica.port }
      }
    }
    return null
  }
}
