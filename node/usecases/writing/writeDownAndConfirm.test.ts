import { Fault, type FaultKind } from '../../domain/problem/fault'
import { instantAt, type Instant } from '../../domain/values/instant'
import type { Ports } from '../ports'
import { World } from '../testing/world'
import { writeDownAndConfirm } from './writeDownAndConfirm'

const ID = '1400-01'

const vbase = (kind: FaultKind) => new Fault({ kind, upstream: 'VBASE', operation: 'Save' })

interface Pace {
  /** How long saves of the journal take, one after the other; the last one counts for all that follow. */
  readonly saves?: readonly number[]
  /** How long the claim's readings take, likewise, and whether they find it. */
  readonly claims?: readonly (readonly [number, boolean])[]
  /** Left of the call's time. */
  readonly leftMs?: number
  readonly fails?: FaultKind
  /** Writing the moment anew fails. */
  readonly movingFails?: boolean
}

/** With the moments that were written down, in milliseconds from the beginning. */
async function writeDown({
  saves = [0],
  claims = [[0, true]],
  leftMs = 26_000,
  fails,
  movingFails,
}: Pace) {
  const world = new World()
  const ports = world.ports()
  const startedAt = ports.clock.now()
  const next = <T>(list: readonly T[]): (() => T) => {
    const left = [...list]
    return () => (left.length > 1 ? left.shift()! : left[0])
  }
  const nextSave = next(saves)
  const nextClaim = next(claims)
  const stamps: string[] = []
  const at =
    (kind: string) =>
    (sentAt: Instant): [] => {
      stamps.push(`${kind} ${Date.parse(sentAt) - startedAt}`)
      return []
    }
  const journals: Ports['journals'] = {
    ...ports.journals,
    updateDecided: async (...asked) => {
      if (fails) throw vbase(fails)
      const written = await ports.journals.updateDecided(...asked)
      await world.clock.sleep(nextSave())
      return written
    },
    update: async (...asked) => {
      if (movingFails) throw vbase('unavailable')
      const written = await ports.journals.update(...asked)
      await world.clock.sleep(nextSave())
      return written
    },
  }
  let readings = 0
  const confirm = async (): Promise<boolean> => {
    readings += 1
    const [took, isHeld] = nextClaim()
    await world.clock.sleep(took)
    return isHeld
  }
  const journal = await ports.journals.read(ID)
  const written = writeDownAndConfirm(
    { ...ports, journals, answerBy: startedAt + leftMs },
    { confirm },
    { orderId: ID },
    journal,
    at('written'),
    at('again')
  )
  const ended = await written.catch((error: unknown) => error)
  return { ended, stamps, startedAt, world, readings: () => readings }
}

const READY = (startedAt: number, afterMs: number) => ({
  result: 'READY',
  sentAt: instantAt(startedAt + afterMs),
})
const NOT_SENT = { result: 'NOT_SENT', problem: { code: 'IN_PROGRESS' } }

describe('what has to be true before a write goes out', () => {
  it('is read and written once where both are quick', async () => {
    const { ended, stamps, startedAt, readings } = await writeDown({ saves: [1_999] })
    expect(ended).toEqual(READY(startedAt, 0))
    expect(stamps).toEqual(['written 0'])
    expect(readings()).toBe(1)
  })

  it('is that the claim was read within two seconds', async () => {
    const { ended, stamps, startedAt, readings } = await writeDown({ saves: [2_000] })
    expect(ended).toEqual(READY(startedAt, 0))
    expect(stamps).toEqual(['written 0'])
    expect(readings()).toBe(2)
  })

  it('is that the moment written down lies within five seconds', async () => {
    const claims = [
      [0, true],
      [500, true],
    ] as const
    const quick = await writeDown({ claims, saves: [4_499] })
    expect(quick.ended).toEqual(READY(quick.startedAt, 0))
    expect(quick.stamps).toEqual(['written 0'])
    const slow = await writeDown({ claims, saves: [4_500, 100] })
    expect(slow.ended).toEqual(READY(slow.startedAt, 5_000))
    expect(slow.stamps).toEqual(['written 0', 'again 5000'])
  })

  it('is that the order is still ours', async () => {
    const { ended, startedAt } = await writeDown({ claims: [[0, false]] })
    expect(ended).toMatchObject({ ...NOT_SENT, at: instantAt(startedAt) })
  })

  it('is that it is ours at the second reading too', async () => {
    const claims = [
      [0, true],
      [0, false],
    ] as const
    const { ended } = await writeDown({ claims, saves: [2_000] })
    expect(ended).toMatchObject(NOT_SENT)
  })

  it('is not true of a VBase that needs five seconds three times over: the call gives up', async () => {
    const { ended, stamps } = await writeDown({ saves: [5_000], leftMs: 60_000 })
    expect(ended).toMatchObject(NOT_SENT)
    expect(stamps).toEqual(['written 0', 'again 5000', 'again 10000'])
  })

  it('is that nobody has written the journal since it was decided on', async () => {
    const world = new World()
    const ports = world.ports()
    const decidedOn = await ports.journals.read(ID)
    await ports.journals.update(ID, (journal) => journal)
    const confirm = async () => true
    const none = (): [] => []
    expect(
      await writeDownAndConfirm(ports, { confirm }, { orderId: ID }, decidedOn, none, none)
    ).toEqual({ result: 'CHANGED' })
  })
})

describe('the time that a write needs', () => {
  it('is eleven seconds; with less left nothing is written down', async () => {
    expect((await writeDown({ leftMs: 11_000 })).ended).toMatchObject({ result: 'READY' })
    const { ended, stamps } = await writeDown({ leftMs: 10_999 })
    expect(ended).toBeInstanceOf(Fault)
    expect(ended).toMatchObject({
      kind: 'unavailable',
      upstream: 'OMS',
      operation: 'Write',
      isOutOfTime: true,
    })
    expect(stamps).toEqual([])
  })

  it('may be lost while it is written down', async () => {
    expect((await writeDown({ leftMs: 11_999, saves: [1_000] })).ended).toMatchObject(NOT_SENT)
  })

  it('may be lost while the claim is read once more', async () => {
    const claims = [
      [0, true],
      [1_000, true],
    ] as const
    expect((await writeDown({ claims, leftMs: 13_999, saves: [2_000] })).ended).toMatchObject(
      NOT_SENT
    )
  })
})

describe('a save that VBase does not answer for', () => {
  it('may be there: nothing goes out, and it has to be taken back', async () => {
    const { ended, startedAt } = await writeDown({ fails: 'unknown' })
    expect(ended).toMatchObject({
      result: 'NOT_SENT',
      at: instantAt(startedAt),
      problem: { code: 'OMS_UNAVAILABLE' },
    })
  })

  it('is surely not there where it was refused: nothing is left to take back', async () => {
    const { ended } = await writeDown({ fails: 'unavailable' })
    expect(ended).toMatchObject({ kind: 'unavailable', upstream: 'VBASE' })
  })

  it('is there with a moment that cannot be moved: nothing goes out, and it is tried no more', async () => {
    const { ended, readings } = await writeDown({ movingFails: true, saves: [5_000] })
    expect(ended).toMatchObject({ result: 'NOT_SENT', problem: { code: 'OMS_UNAVAILABLE' } })
    expect(readings()).toBe(2)
  })
})
