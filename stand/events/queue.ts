import type { Clock } from '../clock'
import { LATE_MS, EventsSwitches, type EventFault } from './behaviour'
import { handlersOf, type Subscription } from './subscriptions'

export interface SentEvent {
  readonly key: string
  readonly sender: string
  /** As it was sent: JSON. */
  readonly body: Buffer
}

/** What became of one delivery. Null: no answer, the replica died, or none was up. */
export interface Delivered {
  readonly replica: number | null
  readonly status: number | null
}
export type Deliver = (handler: string, event: SentEvent) => Promise<Delivered>

/** An app with handlers. */
interface Listener {
  readonly subscriptions: readonly Subscription[]
  readonly deliver: Deliver
}

export interface RecordedEvent {
  readonly key: string
  readonly sender: string
  readonly body: string
  readonly at: string
  readonly isLost: boolean
  readonly deliveries: (Delivered & { readonly handler: string; readonly at: string })[]
}

const KEPT = 2_000
const LONGEST_PAUSE_MS = 60_000

/** Events between their send and their delivery: at least once each, in no order, unless a switch loses one. */
export class EventQueue {
  readonly switches = new EventsSwitches()
  private events: RecordedEvent[] = []
  private generation = 0
  private listeners: readonly Listener[]

  constructor(
    subscriptions: readonly Subscription[],
    deliver: Deliver,
    private readonly clock: Pick<Clock, 'now' | 'sleep'>
  ) {
    this.listeners = [{ subscriptions, deliver }]
  }

  /** Another app that listens, until what is answered is called. */
  listen(subscriptions: readonly Subscription[], deliver: Deliver): () => void {
    const listener = { subscriptions, deliver }
    this.listeners = [...this.listeners, listener]
    return () => void (this.listeners = this.listeners.filter((one) => one !== listener))
  }

  send(event: SentEvent, fault: EventFault | null = null): void {
    const isLost = fault?.kind === 'lose'
    const record: RecordedEvent = {
      isLost,
      key: event.key,
      sender: event.sender,
      body: event.body.toString('utf8'),
      at: this.time(),
      deliveries: [],
    }
    this.events = [...this.events.slice(1 - KEPT), record]
    if (isLost) return
    const more = fault?.kind === 'late' ? (fault.lateMs ?? LATE_MS) : 0
    for (const { subscriptions, deliver } of this.listeners)
      for (const handler of handlersOf(subscriptions, event)) {
        for (let copy = 0; copy < (fault?.kind === 'twice' ? 2 : 1); copy += 1) {
          void this.bring(deliver, handler, event, record, this.switches.delay() + more)
        }
      }
  }

  /** Whether any handler is for such an event. */
  isHeard(event: Pick<SentEvent, 'key' | 'sender'>): boolean {
    return this.listeners.some(({ subscriptions }) => handlersOf(subscriptions, event).length > 0)
  }

  list(): readonly RecordedEvent[] {
    return this.events
  }

  /** What is on its way does not arrive; a handler that runs already is not stopped. */
  clear(): void {
    this.generation += 1
    this.events = []
    this.switches.reset()
  }

  private async bring(
    deliver: Deliver,
    handler: string,
    event: SentEvent,
    record: RecordedEvent,
    delay: number
  ): Promise<void> {
    const { generation } = this
    await this.clock.sleep(delay)
    for (let attempt = 1; this.generation === generation; attempt += 1) {
      const { attempts, impatienceMs, retryPauseMs } = this.switches.get()
      const delivery = deliver(handler, event).then((done) => {
        record.deliveries.push({ ...done, handler, at: this.time() })
        return done
      })
      const answer = await Promise.race([delivery, this.clock.sleep(impatienceMs)])
      // Without an answer it comes once more at once, beside the one that runs.
      if (answer && isSuccess(answer)) return
      if (attempt >= attempts) return
      if (answer) {
        await this.clock.sleep(Math.min(retryPauseMs * 2 ** (attempt - 1), LONGEST_PAUSE_MS))
      }
    }
  }

  private time(): string {
    return new Date(this.clock.now()).toISOString()
  }
}

function isSuccess({ status }: Delivered): boolean {
  return status !== null && status >= 200 && status < 300
}
