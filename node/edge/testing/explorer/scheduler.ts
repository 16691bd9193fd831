import { AT_ONCE, CALM, type Chooser, type Operation, type Transition, type Way } from './operation'

/** What happened, for the schedule that is printed. */
export interface Step {
  readonly atMs: number
  readonly caller: string
  readonly text: string
  /** The choice, where it was not the usual one. */
  readonly way: string
  readonly isSwap: boolean
}

interface Pending {
  readonly key: string
  readonly operation: Operation
  readonly ways: readonly Way<unknown>[]
  /** True for an effect that is on its way: its caller may be dead. */
  readonly isLanding: boolean
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly fire: () => void
}

/** A run that goes on and on is a finding too. */
const MOST_STEPS = 20_000

/**
 * Runs callers one port call at a time, on virtual time. Calls take no time unless a way says so; time passes when
 * nobody has a call open. So whatever is open at the same moment can happen in every order, and a call that is overtaken
 * by time is an anomaly of its own.
 */
export class Scheduler {
  readonly steps: Step[] = []
  chooser: Chooser = CALM
  /** True where the chooser saw nothing new and the run was given up. */
  isPruned = false
  private pending: Pending[] = []
  private timers: Timer[] = []
  private order = 0
  private readonly counts = new Map<string, number>()
  private readonly live = new Set<string>()
  private readonly dead = new Set<string>()
  private mistake: unknown = null

  constructor(private current: number) {}

  now(): number {
    return this.current
  }

  isDead(caller: string): boolean {
    return this.dead.has(caller)
  }

  /** Starts a caller; it ends with its work, or where a choice kills it. */
  start(caller: string, work: () => Promise<void>): void {
    this.live.add(caller)
    const end = (): void => void this.live.delete(caller)
    void work().then(end, (error: unknown) => {
      end()
      this.mistake ??= error
    })
  }

  call<T>(operation: Operation<T>): Promise<T> {
    const count = (this.counts.get(operation.caller) ?? 0) + 1
    this.counts.set(operation.caller, count)
    return new Promise<T>((resolve, reject) => {
      if (this.dead.has(operation.caller)) return
      this.pending.push({
        key: `${operation.caller}${count}`,
        operation: operation as Operation,
        ways: operation.ways as readonly Way<unknown>[],
        isLanding: false,
        resolve: resolve as (value: unknown) => void,
        reject,
      })
    })
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.after(milliseconds, wake))
  }

  after(milliseconds: number, fire: () => void): void {
    const at = this.current + Math.max(0, milliseconds)
    this.timers.push({ at, order: this.order++, fire })
  }

  tell(caller: string, text: string): void {
    this.steps.push({ atMs: this.current, caller, text, way: '', isSwap: false })
  }

  /** Until every caller has ended, or `isOver` says so. @errors what a caller threw */
  async run(isOver: () => boolean = () => false): Promise<void> {
    for (let step = 0; ; step += 1) {
      await quiet()
      if (this.mistake) throw this.mistake
      if (this.live.size === 0 || isOver()) return
      if (step > MOST_STEPS) throw new Error('the run does not end')
      if (this.pending.length > 0) {
        if (!this.choose()) return
      } else if (!this.advance(Infinity)) {
        throw new Error(`${[...this.live].join(', ')}: waits for what never comes`)
      }
    }
  }

  /** Lets time pass and what is on its way arrive; whoever calls meanwhile is answered in turn. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.current + milliseconds
    for (;;) {
      await quiet()
      if (this.pending.length > 0) {
        if (!this.choose()) return
      } else if (!this.advance(end)) break
    }
    this.current = end
  }

  private choose(): boolean {
    const [oldest] = this.pending
    const transitions = this.pending.flatMap((one) =>
      one.ways.map((way) => ({ one, way, transition: transitionOf(one, way, one !== oldest) }))
    )
    // What is usual first: of two schedules with as many anomalies the plainer one is found first.
    transitions.sort((a, b) => Number(a.way.isAnomaly) - Number(b.way.isAnomaly))
    const picked = this.chooser.pick(transitions.map(({ transition }) => transition))
    const found = transitions.find(({ transition }) => transition === picked)
    if (!found) {
      this.isPruned = true
      return false
    }
    this.pending = this.pending.filter((one) => one !== found.one)
    this.perform(found.one, found.way, found.transition.isSwap)
    return true
  }

  private perform(one: Pending, way: Way<unknown>, isSwap: boolean): void {
    const { operation } = one
    const { caller } = operation
    this.steps.push({
      caller,
      isSwap,
      atMs: this.current,
      text: operation.label,
      way: one.isLanding ? 'lands' : way.name,
    })
    const { afterMs = 0, answerMs = 0 } = way
    const hasOwnAnswer = way.hasNoEffect || way.fails !== undefined
    if (hasOwnAnswer) this.afterOrNow(answerMs, () => answer(one, way))
    if (way.dies) this.kill(caller)
    if (way.hasNoEffect) return
    const heard = hasOwnAnswer || way.dies ? { ...one, resolve: nobody, reject: nobody } : one
    if (afterMs === 0) this.land(heard, way)
    else
      this.after(afterMs, () =>
        this.pending.push({ ...heard, key: `${one.key}'`, ways: [AT_ONCE], isLanding: true })
      )
  }

  private land(one: Pending, way: Way<unknown>): void {
    const wait = way.fails ? 0 : (way.answerMs ?? 0)
    Promise.resolve()
      .then(one.operation.effect)
      .then((value) => {
        const told = way.answers ? way.answers() : value
        this.afterOrNow(wait, () => one.resolve(told))
      }, one.reject)
  }

  private afterOrNow(milliseconds: number, fire: () => void): void {
    if (milliseconds > 0) this.after(milliseconds, fire)
    else fire()
  }

  private kill(caller: string): void {
    this.dead.add(caller)
    this.live.delete(caller)
    this.pending = this.pending.filter((one) => one.isLanding || one.operation.caller !== caller)
  }

  /** False where nothing is due by then. */
  private advance(until: number): boolean {
    const next = this.timers.reduce((least, { at }) => Math.min(least, at), Infinity)
    if (next > until || next === Infinity) return false
    this.current = Math.max(this.current, next)
    const due = this.timers.filter(({ at }) => at === next).sort((a, b) => a.order - b.order)
    this.timers = this.timers.filter(({ at }) => at !== next)
    for (const { fire } of due) fire()
    return true
  }
}

function transitionOf(one: Pending, way: Way<unknown>, isSwap: boolean): Transition {
  const { caller, resource, writes } = one.operation
  return {
    caller,
    isSwap,
    key: `${one.key}:${way.name}`,
    resource: way.hasNoEffect ? `nothing of ${one.key}` : resource,
    writes,
    isAnomaly: way.isAnomaly,
  }
}

function answer(one: Pending, way: Way<unknown>): void {
  if (way.fails) one.reject(way.fails())
  else one.resolve(way.answers?.())
}

function nobody(): void {}

/** After everything that needs neither time nor a port has been done. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
