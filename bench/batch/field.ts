import { buildOrder } from '../../stand/demo/buildOrder'
import { plainPlan } from '../../stand/e2e/harness/orders'
import type { OmsAnswer, OmsRequest } from '../../stand/oms'
import type { Bench } from '../measure'

export const QUOTA_A_MINUTE = 6_000
const OMS_LATENCY_MS = 50
/** Every hundredth order holds the number of its row already, with other content: nobody asked to replace that. */
const HELD_EVERY = 100
const HELD_VALUE = 5_000

export type Limiter = 'minute' | 'bucket'

export interface Row {
  readonly orderId: string
  readonly invoiceNumber: string
  readonly isHeld: boolean
  /** What the file says that the invoice is worth; null: the order's value. A number that is held has another one. */
  readonly invoiceValue: number | null
}

/** Calls of OMS by who makes them. */
export interface Tally {
  reads: number
  writes: number
  /** 429s among them. */
  refused: number
}

/** OMS of the bench: rows of its own for every run, faults, a limiter, and what has come in. */
export class Field {
  readonly work: Tally = { reads: 0, writes: 0, refused: 0 }
  readonly person: Tally = { reads: 0, writes: 0, refused: 0 }
  private readonly taken = new Map<string, { times: number; lastChange: unknown }>()
  private planted = 0

  constructor(private readonly bench: Bench) {
    const { oms } = bench.world
    const handle = oms.handle
    oms.handle = async (request) => {
      const answer = await handle(request)
      this.note(request, answer)
      return answer
    }
    this.leave = () => (oms.handle = handle)
  }

  /** Nothing is counted any more. */
  readonly leave: () => void

  rows(count: number): Row[] {
    return Array.from({ length: count }, (_, number) => this.row(number, isHeld(number)))
  }

  /** None of them is held. */
  plainRows(count: number): Row[] {
    return Array.from({ length: count }, (_, number) => this.row(number, false))
  }

  /** @shape 2 % of all calls fail by a 500, of the POSTs one half of those after the commit; 2 % of POSTs hang after it */
  async misbehave(limiter: Limiter): Promise<void> {
    const often = (operation: string, kind: string, probability: number, afterCommit = false) => ({
      operation,
      kind,
      probability,
      afterCommit,
    })
    await this.bench.control('PUT', '/local/oms/behaviour', {
      latencyMs: OMS_LATENCY_MS,
      ratePerMinute: QUOTA_A_MINUTE,
      readings: { rateWindow: limiter, rateOf: 'reads' },
      faults: [
        often('GetOrder', 'status500', 0.02),
        often('NotifyInvoice', 'status500', 0.01),
        often('NotifyInvoice', 'status500', 0.01, true),
        often('NotifyInvoice', 'timeout', 0.02, true),
      ],
    })
  }

  /** How often OMS took an invoice for the order of the row. */
  timesTaken({ orderId }: Row): number {
    return this.taken.get(orderId)?.times ?? 0
  }

  isOverwritten({ orderId, invoiceNumber, isHeld }: Row): boolean {
    const packages = this.bench.world.oms.stored(orderId)?.packageAttachment?.packages ?? []
    const held = packages.find((one) => one.invoiceNumber === invoiceNumber)
    return isHeld && held?.invoiceValue !== HELD_VALUE
  }

  private row(number: number, isHeld: boolean): Row {
    this.planted += 1
    const orderId = `${7_000_000_000_000 + this.planted}-01`
    const invoiceNumber = `N${number}`
    const packages = isHeld
      ? [{ number: invoiceNumber, value: HELD_VALUE, items: [], hoursAgo: 2 }]
      : []
    const plan = { ...plainPlan({ packages }), orderId, note: 'bench' }
    this.bench.world.oms.add(buildOrder(plan, 900 + this.planted, this.bench.world.clock.now()))
    const lastChange = this.lastChangeOf(orderId)
    this.taken.set(orderId, { times: 0, lastChange })
    return { orderId, invoiceNumber, isHeld, invoiceValue: isHeld ? 2 * HELD_VALUE : null }
  }

  private note(request: OmsRequest, answer: OmsAnswer): void {
    const tally = request.caller?.id.startsWith('operator@') ? this.person : this.work
    const isRefused = answer.kind === 'answer' && answer.status === 429
    if (isRefused) tally.refused += 1
    if (request.method === 'GET') tally.reads += 1
    else tally.writes += 1
    if (request.method === 'POST' && !isRefused) this.noteTaken(request.path)
  }

  /** An answer that is lost tells nothing; an order that was invoiced has changed. */
  private noteTaken(path: string): void {
    const [, orderId] = /\/orders\/([^/]+)\/invoice$/.exec(path) ?? []
    const before = orderId === undefined ? undefined : this.taken.get(orderId)
    if (orderId === undefined || !before) return
    const lastChange = this.lastChangeOf(orderId)
    if (lastChange === before.lastChange) return
    this.taken.set(orderId, { lastChange, times: before.times + 1 })
  }

  private lastChangeOf(orderId: string): unknown {
    return this.bench.world.oms.stored(orderId)?.lastChange
  }
}

function isHeld(number: number): boolean {
  return number % HELD_EVERY === HELD_EVERY - 1
}
