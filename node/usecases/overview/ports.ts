import type { CountedDay } from '../../domain/overview/countedDay'
import type { Day } from '../../domain/overview/days'
import type { TalliedOrder } from '../../domain/overview/tally'
import type { TallyState } from '../../domain/overview/tallyState'
import type { Instant } from '../../domain/values/instant'
import type { QueueDocuments } from '../readmodel/callPorts'
import type { ReadModelWorkPorts } from '../readmodel/ports'

export interface MadeOrdersPort {
  /**
   * Gives every order that was made in between, both moments among them, each once.
   * @errors Fault MASTERDATA: also where fewer came than it had said, whatever was given by then
   */
  ordersMade(from: Instant, to: Instant, take: (order: TalliedOrder) => void): Promise<void>
}

/** Whose documents were counted, and by whose clock: what others have counted tells nothing. */
export type CountedFor = Pick<TallyState, 'began' | 'zone'>

/** What was counted, a file for the orders of each day. */
export interface TalliesPort {
  /** Null before anything was counted. @errors Fault VBASE */
  state(): Promise<TallyState | null>
  /** Applies the change to the newest content, again where another writer came between. The change must be pure. */
  change(change: (newest: TallyState | null) => TallyState): Promise<TallyState>
  /** Null where nothing was. @errors Fault VBASE: also where it is there and cannot be seen */
  made(day: Day, by: CountedFor): Promise<CountedDay | null>
  /** Applies the change to what is stored, null where nothing is. @errors Fault VBASE: then nothing is lost */
  keep(
    day: Day,
    by: CountedFor,
    change: (known: CountedDay | null) => CountedDay
  ): Promise<CountedDay>
  /** @errors Fault VBASE */
  removeAll(): Promise<void>
}

export interface OverviewWorkPorts extends Pick<
  ReadModelWorkPorts,
  'claims' | 'clock' | 'log' | 'readModel' | 'nudge' | 'portsOf'
> {
  readonly orders: MadeOrdersPort
  readonly queues: QueueDocuments
  readonly tallies: TalliesPort
}
