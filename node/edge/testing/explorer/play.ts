import { CALM, type Chooser } from './operation'
import { claimsAreFree, endsWell, watch } from './promises'
import { mannersOf, type Scenario, type Setting } from './scenario'
import { ExploredWorld, type Answer, type Violation } from './world'
import { onVirtualTime } from './virtualTime'

export interface Run {
  readonly world: ExploredWorld
  readonly isPruned: boolean
  readonly violation: Violation | null
}

/** By then every lease is over, and whatever OMS took it has applied. */
const LATER_MS = 150_000
const UNCLEAR = ['UNKNOWN']
const BLOCKED = ['IN_PROGRESS', 'VBASE_UNAVAILABLE']

/** One run of a scenario under one chooser: the calls, the time after them, a later look, and what must hold then. */
export function play(scenario: Scenario, setting: Setting, chooser: Chooser): Promise<Run> {
  const orders = scenario.orders()
  const world = new ExploredWorld(mannersOf(setting), orders)
  const { scheduler } = world
  return onVirtualTime(scheduler, async () => {
    scenario.prepare?.(world)
    watch(world)
    scheduler.chooser = chooser
    for (const { caller, acts } of scenario.scripts)
      scheduler.start(caller, async () => {
        const wait = setting.startsMs?.[caller] ?? 0
        if (wait > 0) await scheduler.sleep(wait)
        for (const act of acts) if (!scheduler.isDead(caller)) await act(world, caller)
      })
    await scheduler.run(() => world.isBroken())
    const isOver = scheduler.isPruned || world.isBroken()
    if (!isOver) await end(scenario, world)
    return { world, isPruned: scheduler.isPruned, violation: world.violations[0] ?? null }
  })
}

async function end(scenario: Scenario, world: ExploredWorld): Promise<void> {
  const { scheduler } = world
  scheduler.chooser = CALM
  world.oms.oms.forgetFaults()
  const wentWell = scheduler.steps.every(({ way }) => way === '' || way === 'lands')
  if (wentWell) claimsAreFree(world)
  await scheduler.pass(scenario.laterAfterMs ?? LATER_MS)
  let later = await callAgain(scenario, world)
  // What nobody had sent so far went out just now: whatever comes after it waits until OMS shows it.
  if (later.some(({ result }) => result.outcome === 'ACCEPTED')) {
    await scheduler.pass(LATER_MS)
    later = await callAgain(scenario, world)
  }
  if (world.isBroken()) return
  for (const { call, result } of later) {
    const codes = result.problems.map(({ code }) => code)
    if (UNCLEAR.includes(result.outcome) || codes.some((code) => BLOCKED.includes(code)))
      world.breaks('free at last', `${call.says}: ${result.outcome} ${codes.join(', ')}`)
  }
  const wrong = scenario.endsWith?.(world.answers, world)
  if (wrong) world.breaks('the right answer', wrong)
  await scheduler.pass(LATER_MS)
  endsWell(
    world,
    scenario.orders().map(({ orderId }) => orderId)
  )
}

async function callAgain(scenario: Scenario, world: ExploredWorld): Promise<readonly Answer[]> {
  const { scheduler } = world
  const before = world.answers.length
  scheduler.start('Z', async () => {
    for (const call of scenario.later) await world.send('Z', call)
  })
  await scheduler.run(() => world.isBroken())
  return world.answers.slice(before)
}
