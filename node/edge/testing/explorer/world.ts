import { EMPTY_JOURNAL } from '../../../domain/journal/journal'
import { withTold } from '../../../domain/journal/activity'
import type { Order } from '../../../domain/order/order'
import type { Right } from '../../../domain/problem/rights'
import { DEFAULT_SETTINGS } from '../../../domain/values/settings'
import type { WriteResult } from '../../../usecases/commands'
import type { ActivityEntry, Clock, Journal, Log, Ports } from '../../../usecases/ports'
import { ANSWER_BY_MS } from '../../../usecases/limits'
import { assembleView } from '../../../usecases/reading/assembleView'
import { Budget, clockWithin, filesWithin } from '../../budget'
import { ClaimsStore } from '../../stores/claims'
import { SHARDS } from '../../stores/claimShards'
import { DocumentStore } from '../../stores/documents'
import { JournalStore } from '../../stores/journals'
import type { Call } from './calls'
import { Scheduler } from './scheduler'
import { SharedFiles, type VBaseManners } from './sharedFiles'
import { SharedOms, type OmsManners, type Send } from './sharedOms'

export interface Manners {
  readonly vbase: VBaseManners
  readonly oms: OmsManners
}

/** What a caller heard, and when. */
export interface Answer {
  readonly caller: string
  readonly call: Call
  readonly startedMs: number
  readonly atMs: number
  readonly result: WriteResult
}

/** A promise that was broken: which, and how it shows. */
export interface Violation {
  readonly promise: string
  readonly detail: string
}

const START = Date.parse('2026-03-10T12:00:00Z')
const RIGHTS: readonly Right[] = [
  'OMSViewer',
  'ListOrders',
  'WorkflowAction',
  'ShippingAction',
  'RefundAction',
]
const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Replicas of the service around one VBase and one OMS; every caller is a request with stores of its own. */
export class ExploredWorld {
  readonly scheduler = new Scheduler(START)
  readonly files: SharedFiles
  readonly oms: SharedOms
  readonly answers: Answer[] = []
  /** Every call that began, answered or not. */
  readonly calls: { readonly caller: string; readonly call: Call }[] = []
  readonly violations: Violation[] = []
  onAnswer: (answer: Answer) => void = () => undefined
  onCommit: (send: Send) => void = () => undefined
  onSave: (path: string, before: string | null, after: string) => void = () => undefined
  private ids = 0
  private requests = 0

  constructor(manners: Manners, orders: readonly Order[]) {
    this.files = new SharedFiles(this.scheduler, manners.vbase, (...save) => this.onSave(...save))
    this.oms = new SharedOms(this.scheduler, manners.oms, (send) => this.onCommit(send))
    this.oms.oms.put(...orders)
    for (let shard = 0; shard < SHARDS; shard += 1)
      this.files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  }

  get sinceStartMs(): number {
    return this.scheduler.now() - START
  }

  /** Calls that name a version and so may send a number again. */
  get replacements(): number {
    return this.calls.filter(({ call }) => call.replaces).length
  }

  deedsOf(caller: string): readonly string[] {
    return this.calls.filter((one) => one.caller === caller).map(({ call }) => call.deed)
  }

  isBroken(): boolean {
    return this.violations.length > 0
  }

  breaks(promise: string, detail: string): void {
    this.violations.push({ promise, detail })
  }

  /** The journal as it is stored, without a call. */
  journal(orderId: string): Journal {
    return journalIn(this.files.content.get(journalPath(orderId)))
  }

  /** What whoever asks is told of the order, without a call. */
  activity(orderId: string): readonly ActivityEntry[] {
    const beside = [...this.files.content]
      .filter(([path]) => path.startsWith(`told/${orderId}/`))
      .map(([, text]) => JSON.parse(text) as ActivityEntry)
    return withTold(this.journal(orderId).activity, beside)
  }

  keepJournal(orderId: string, journal: object): void {
    this.files.content.set(journalPath(orderId), JSON.stringify(journal))
  }

  /** Null where what needs a person names the invoice; else that it does not. */
  attentionNames(orderId: string, invoiceNumber: string): string | null {
    const view = assembleView(this.oms.show(orderId), {
      journal: this.journal(orderId),
      settings: DEFAULT_SETTINGS,
      changes: null,
      rights: new Set(RIGHTS),
      nowMs: this.scheduler.now(),
    })
    return JSON.stringify(view.attention).includes(invoiceNumber)
      ? null
      : `nothing in the order's attention names ${invoiceNumber}`
  }

  /** One call from its beginning to its answer; a caller that dies never answers. */
  async send(caller: string, call: Call): Promise<void> {
    const { scheduler } = this
    const startedMs = scheduler.now()
    for (const asked of call.asks ?? [call]) this.calls.push({ caller, call: asked })
    scheduler.tell(caller, `▶ ${call.says}`)
    const result = await call.run(this.ports(caller)).catch((error: unknown) => {
      this.breaks('expected failures are answers', `${caller} was thrown ${String(error)}`)
      return null
    })
    if (result === null || scheduler.isDead(caller)) return
    const problems = result.problems.map(({ code }) => code).join(', ')
    scheduler.tell(caller, `◀ ${result.outcome}${problems && `: ${problems}`}`)
    for (const heard of call.heard?.(result) ?? [{ call, result }]) {
      const answer = { ...heard, caller, startedMs, atMs: scheduler.now() }
      this.answers.push(answer)
      this.onAnswer(answer)
    }
  }

  ports(caller: string): Ports {
    const bare = this.clock()
    const request = `${caller}${++this.requests}`
    const newId = (): string => `${request}-${++this.ids}`
    const budget = new Budget(bare, bare.now() + ANSWER_BY_MS)
    const clock = clockWithin(budget, bare)
    const files = filesWithin(budget, this.files.of(caller))
    const claims = new ClaimsStore({ files, clock, newId, log: SILENT })
    return {
      clock,
      claims,
      newId,
      answerBy: budget.answerBy,
      orders: this.oms.of(caller, budget),
      journals: new JournalStore({ files, claims, newId }),
      documents: new DocumentStore(files),
      // An index to search and no record: what happens to it harms no order.
      numbers: { see: async () => undefined, find: async () => [] },
      settings: {
        read: async () => DEFAULT_SETTINGS,
        save: async () => ({ conflict: DEFAULT_SETTINGS }),
      },
      account: { timeZone: async () => 'America/Sao_Paulo' },
      caller: { actor: caller, has: async (right) => RIGHTS.includes(right) },
      log: SILENT,
    }
  }

  private clock(): Clock {
    const { scheduler } = this
    return {
      now: () => scheduler.now(),
      sleep: (milliseconds) => scheduler.sleep(withoutJitter(milliseconds)),
    }
  }
}

export function journalPath(orderId: string): string {
  return `orders/${orderId}.json`
}

export function journalIn(text: string | null | undefined): Journal {
  return { ...EMPTY_JOURNAL, ...(text ? (JSON.parse(text) as Partial<Journal>) : {}) }
}

/** Short pauses are spread by chance, so that two writers part: here the search itself says who comes first. */
function withoutJitter(milliseconds: number): number {
  if (milliseconds < 50) return 25
  return milliseconds < 240 ? 120 : milliseconds
}
