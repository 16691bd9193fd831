import type { PaceLedger } from '../../node/domain/batch/pace'
import type { Batch } from '../../node/domain/batch/batch'
import type { OmsAnswer, OmsRequest } from '../../stand/oms'
import type { Bench } from '../measure'
import type { Line } from '../table'

const SECOND_MS = 1_000

/** What happened within one second of a run. */
interface Second {
  /** Moments of the ledger that lie in it and were handed out. */
  granted: number
  /** Moments that nobody came for in time: the ledger began again at the moment it was asked. */
  skipped: number
  reads: number
  posts: number
  /** Lanes that a handler held, at the last save of the head. */
  lanes: number
  done: number
}

/** A run second by second: which moments of the pace were handed out, which were used, and who was at work. */
export class Timeline {
  private readonly seconds: Second[] = []
  private readonly startedAt = Date.now()
  private readonly reads: number[] = []
  private readonly posts: number[] = []
  private nextAt: number | null = null
  private slices = 0
  private readonly ends: (() => void)[] = []

  constructor(private readonly bench: Bench) {
    this.watchOms()
    this.watchFiles()
  }

  stop(): void {
    for (const end of this.ends) end()
  }

  /** @param doneAt when the batch named its end. @unit epoch milliseconds */
  summary(doneAt: number): Line {
    const all = (pick: (second: Second) => number): number =>
      this.seconds.reduce((sum, second) => sum + pick(second), 0)
    const granted = all(({ granted }) => granted)
    return {
      'first read, ms': this.reads[0]! - this.startedAt,
      'first POST, ms': this.posts[0]! - this.startedAt,
      'last read to the end, ms': doneAt - this.reads[this.reads.length - 1]!,
      'last POST to the end, ms': doneAt - this.posts[this.posts.length - 1]!,
      granted,
      skipped: Math.round(all(({ skipped }) => skipped)),
      'granted, not used': granted - this.reads.length,
      'saves of the head': this.slices,
    }
  }

  lines(): Line[] {
    return this.seconds.map(({ skipped, ...second }, at) => ({
      second: at,
      ...second,
      skipped: Math.round(skipped),
    }))
  }

  private at(moment: number): Second {
    const index = Math.max(0, Math.floor((moment - this.startedAt) / SECOND_MS))
    for (let next = this.seconds.length; next <= index; next += 1)
      this.seconds.push({
        granted: 0,
        skipped: 0,
        reads: 0,
        posts: 0,
        lanes: this.seconds[next - 1]?.lanes ?? 0,
        done: this.seconds[next - 1]?.done ?? 0,
      })
    return this.seconds[index]!
  }

  private watchOms(): void {
    const { oms } = this.bench.world
    const handle = oms.handle
    oms.handle = (request: OmsRequest): Promise<OmsAnswer> => {
      if (!request.caller?.id.startsWith('operator@')) {
        const now = Date.now()
        if (request.method === 'GET') {
          this.reads.push(now)
          this.at(now).reads += 1
        } else {
          this.posts.push(now)
          this.at(now).posts += 1
        }
      }
      return handle(request)
    }
    this.ends.push(() => (oms.handle = handle))
  }

  private watchFiles(): void {
    const { files } = this.bench.world
    const put = files.put
    files.put = (bucket, path, body) => {
      if (path.endsWith('pace.json')) this.noteLedger(JSON.parse(body.toString()) as PaceLedger)
      if (path.endsWith('head.json'))
        this.noteHead((JSON.parse(body.toString()) as { content: Batch }).content)
      return put.call(files, bucket, path, body)
    }
    this.ends.push(() => (files.put = put))
  }

  private noteLedger({ nextAt, pace }: PaceLedger): void {
    const every = SECOND_MS * (60 / pace)
    const before = this.nextAt
    this.nextAt = nextAt
    if (before === null || nextAt <= before) return
    // Handed out from now on where nobody had come for the moments since the last one.
    const from = Math.max(Date.now(), before)
    const count = Math.max(0, Math.round((nextAt - from) / every))
    this.at(Date.now()).skipped += Math.max(0, (from - before) / every)
    for (let one = 0; one < count; one += 1) this.at(from + one * every).granted += 1
  }

  private noteHead({ pass, counts }: Batch): void {
    const second = this.at(Date.now())
    this.slices += 1
    second.lanes = pass?.lanes.filter(({ owner }) => owner !== null).length ?? 0
    second.done = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0)
  }
}
