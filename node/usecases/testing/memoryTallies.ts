import type { CountedDay } from '../../domain/overview/countedDay'
import type { Day } from '../../domain/overview/days'
import type { TallyState } from '../../domain/overview/tallyState'
import type { TalliesPort } from '../overview/ports'

/** More calls than this are of a handler that has no end. */
const MOST_CALLS = 300

/** What was counted, in memory. */
export class MemoryTallies implements TalliesPort {
  readonly days = new Map<Day, CountedDay>()
  /** How far it was said to be counted, each time. */
  readonly told: TallyState[] = []
  readonly calls: string[] = []
  /** Before each call: what goes wrong with it. */
  pass: (call: keyof TalliesPort) => void | Promise<void> = () => undefined

  constructor(public now: TallyState | null = null) {}

  async state(): Promise<TallyState | null> {
    await this.enter('state')
    return this.now
  }

  async change(change: (newest: TallyState | null) => TallyState): Promise<TallyState> {
    await this.enter('change')
    this.now = change(this.now)
    this.told.push(this.now)
    return this.now
  }

  async made(day: Day): Promise<CountedDay | null> {
    await this.enter('made', day)
    return this.days.get(day) ?? null
  }

  async keep(
    day: Day,
    _by: unknown,
    change: (known: CountedDay | null) => CountedDay
  ): Promise<CountedDay> {
    await this.enter('keep', day)
    const kept = change(this.days.get(day) ?? null)
    this.days.set(day, kept)
    return kept
  }

  async removeAll(): Promise<void> {
    await this.enter('removeAll')
    this.days.clear()
    this.now = null
  }

  private async enter(call: keyof TalliesPort, day?: Day): Promise<void> {
    this.calls.push(day === undefined ? call : `${call} ${day}`)
    if (this.calls.length > MOST_CALLS) throw new Error('no end')
    await this.pass(call)
  }
}
