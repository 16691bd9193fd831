import { EMPTY_JOURNAL } from '../../domain/journal/journal'
import { Fault } from '../../domain/problem/fault'
import { instantAt } from '../../domain/values/instant'
import type { Order } from '../../domain/order/order'
import type { Right } from '../../domain/problem/rights'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/values/settings'
import { ANSWER_BY_MS } from '../limits'
import type { ActivityEntry, ClaimResult, HeldClaim, Journal, LogEntry, Ports } from '../ports'
import { FakeOms } from './fakeOms'
import { VirtualClock } from './virtualClock'

const ALL_RIGHTS: readonly Right[] = [
  'OMSViewer',
  'ListOrders',
  'WorkflowAction',
  'ShippingAction',
  'RefundAction',
]

/** Thrown at the point where a replica is killed: nothing after it runs. */
export class Killed extends Error {}

/** Everything around the use cases, in memory. */
export class World {
  readonly clock = new VirtualClock()
  readonly oms = new FakeOms(this.clock)
  readonly logs: LogEntry[] = []
  readonly registered = new Map<string, string>()
  readonly numbers = new Map<string, string[]>()
  settings: Settings = DEFAULT_SETTINGS
  /** Journal writes that fail: at which of them, counted from 1, and whether the write came through all the same. */
  journalFault: {
    readonly at: number
    readonly afterCommit: boolean
    readonly killed?: boolean
  } | null = null
  journalWrites = 0
  claimIsLost = false
  private readonly besides = new Map<string, ActivityEntry[]>()
  private readonly journalTexts = new Map<string, string>()
  private readonly holders = new Map<string, number>()
  private ids = 0

  constructor(...orders: Order[]) {
    this.oms.put(...orders)
  }

  journal(orderId: string): Journal {
    const text = this.journalTexts.get(orderId)
    return text === undefined ? EMPTY_JOURNAL : (JSON.parse(text) as Journal)
  }

  /** A holder that died leaves its claim behind until the lease ends; here the test says when. */
  releaseDeadClaims(): void {
    this.holders.clear()
  }

  ports(actor = 'ana@store.com', rights: readonly Right[] = ALL_RIGHTS): Ports {
    const { clock, oms } = this
    const log = (entry: LogEntry): void => void this.logs.push(entry)
    return {
      clock,
      answerBy: clock.now() + ANSWER_BY_MS,
      orders: oms,
      claims: { hold: (orderId, waitMs, work) => this.hold(orderId, waitMs, work) },
      journals: {
        read: async (orderId) => this.journal(orderId),
        update: async (orderId, change) => this.updateJournal(orderId, change),
        updateDecided: async (orderId, decidedOn, change) =>
          this.journal(orderId).revision === decidedOn.revision
            ? this.updateJournal(orderId, change)
            : null,
        tellBeside: async (orderId, entry) =>
          void this.besides.set(orderId, [...(this.besides.get(orderId) ?? []), entry]),
        toldBeside: async (orderId) => this.besides.get(orderId) ?? [],
      },
      documents: {
        orderOf: async (hash) => this.registered.get(hash) ?? null,
        register: async (hash, orderId) => void this.registered.set(hash, orderId),
      },
      numbers: {
        see: async (orderId, numbers) => {
          for (const number of numbers) this.numbers.set(number, [orderId])
        },
        find: async (number) => this.numbers.get(number) ?? [],
      },
      settings: {
        read: async () => this.settings,
        save: async () => ({ conflict: this.settings }),
      },
      account: { timeZone: async () => 'America/Sao_Paulo' },
      caller: { actor, has: async (right) => rights.includes(right) },
      log: { info: log, warn: log, error: log },
      newId: () => `id-${++this.ids}`,
    }
  }

  private async hold<T>(
    orderId: string,
    waitMs: number,
    work: (claim: HeldClaim) => Promise<T>
  ): Promise<ClaimResult<T>> {
    const deadline = this.clock.now() + waitMs
    for (;;) {
      const since = this.holders.get(orderId)
      if (since === undefined) break
      if (this.clock.now() >= deadline) return { held: false, since: instantAt(since) }
      await this.clock.sleep(100)
    }
    this.holders.set(orderId, this.clock.now())
    try {
      const value = await work({ confirm: async () => !this.claimIsLost })
      this.holders.delete(orderId)
      return { held: true, value }
    } catch (error) {
      if (!(error instanceof Killed)) this.holders.delete(orderId)
      throw error
    }
  }

  private updateJournal(orderId: string, change: (journal: Journal) => Journal): Journal {
    this.journalWrites += 1
    const fault = this.journalFault?.at === this.journalWrites ? this.journalFault : null
    // Text, as the store keeps it: what does not survive JSON is found here.
    if (!fault || fault.afterCommit) {
      const revision = `revision-${this.journalWrites}`
      const changed = { ...change(this.journal(orderId)), revision }
      this.journalTexts.set(orderId, JSON.stringify(changed))
    }
    if (fault?.killed) throw new Killed('killed')
    if (fault) throw new Fault({ kind: 'unknown', upstream: 'VBASE', operation: 'Journal' })
    return this.journal(orderId)
  }
}
