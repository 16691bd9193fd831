import { QUIET_MS, removing, SWITCHED_OFF, switchedOn } from '../../domain/readmodel/readModel'
import { instantAt } from '../../domain/values/instant'
import { ReadModelParts } from '../testing/readModelParts'
import { workReadModel } from './workReadModel'

/** A removal of so many documents. */
function going(count: number): ReadModelParts {
  const parts = new ReadModelParts()
  parts.model = removing(parts.model)
  for (let at = 0; at < count; at += 1)
    parts.documents.kept.set(`${at}-01`, { readAt: null, refreshDue: null, closed: null })
  return parts
}

async function handled(parts: ReadModelParts, handlers = 1): Promise<ReadModelParts> {
  for (let at = 0; at < handlers; at += 1) await workReadModel(parts.ports())
  return parts
}

describe('a removal', () => {
  it('takes away all there are, a hundred at a time, five at once', async () => {
    const parts = going(250)
    let [under, most] = [0, 0]
    parts.documents.pass = async (call) => {
      if (call !== 'remove') return
      under += 1
      most = Math.max(most, under)
      await parts.clock.sleep(1)
      under -= 1
    }
    await handled(parts)
    expect([parts.documents.kept.size, most]).toEqual([0, 5])
    expect(parts.documents.of('some')[0]).toEqual([100])
    expect(parts.documents.of('remove')).toHaveLength(250)
  })

  it('reads no order, and is no matter of what Master Data takes', async () => {
    const parts = await handled(going(3))
    expect([parts.reads, parts.turns, parts.documents.of('prepare')]).toEqual([0, [], []])
  })

  it('looks every eight seconds whether something is left, and calls the next handler after ten', async () => {
    const parts = going(0)
    const looks: number[] = []
    const began = parts.clock.now()
    parts.documents.pass = (call) => {
      if (call === 'some') looks.push(parts.clock.now() - began)
    }
    await handled(parts)
    expect([looks, parts.nudges]).toEqual([[0, 8_000], ['MORE']])
    expect(parts.model).toEqual({ ...going(0).model, emptySince: instantAt(began) })
  })

  it('waits for the index where it names only what was removed, and removes it again', async () => {
    const parts = going(2)
    parts.documents.indexRests()
    const began = parts.clock.now()
    const looks: number[] = []
    parts.documents.pass = (call) => {
      if (call === 'some') looks.push(parts.clock.now() - began)
      if (looks.length === 3) parts.documents.indexGoesOn()
    }
    await handled(parts)
    expect(looks).toEqual([0, 0, 1_000, 9_000])
    expect(parts.documents.of('remove')).toHaveLength(4)
  })

  it('looks every second while the index names only that, and begins nothing after ten', async () => {
    const parts = going(1)
    parts.documents.indexRests()
    const began = parts.clock.now()
    const looks: number[] = []
    parts.documents.pass = (call) => {
      if (call === 'some') looks.push((parts.clock.now() - began) / 1_000)
    }
    await handled(parts)
    expect([looks, parts.nudges]).toEqual([[0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], ['MORE']])
  })

  it('ends once nothing was left for long, and takes away what Master Data was told of documents', async () => {
    const parts = going(2)
    const began = parts.clock.now()
    let isOffBefore: boolean | null = null
    parts.documents.pass = (call) => {
      if (call === 'dismantle') isOffBefore = parts.model.fill === 'IDLE'
    }
    await handled(parts, 20)
    expect(parts.model).toEqual({ ...SWITCHED_OFF, documents: 0 })
    expect(parts.documents.of('dismantle')).toHaveLength(1)
    expect(isOffBefore).toBe(false)
    expect(parts.clock.now() - began).toBeGreaterThanOrEqual(QUIET_MS)
    expect(parts.clock.now() - began).toBeLessThan(QUIET_MS + 16_000)
    // The handler that ended it calls no other.
    const last = parts.nudges.length
    await handled(parts)
    expect(parts.nudges.length).toBe(last)
  })

  it('that finds something late takes nothing away with it, and waits that long again', async () => {
    const parts = going(0)
    parts.model = { ...parts.model, emptySince: instantAt(parts.clock.now() - QUIET_MS) }
    parts.documents.kept.set('1-01', { readAt: null, refreshDue: null, closed: null })
    let looks = 0
    parts.documents.pass = (call) => {
      if (call === 'some' && (looks += 1) === 2) expect(parts.model.emptySince).toBeNull()
    }
    await handled(parts)
    expect(parts.documents.of('dismantle')).toEqual([])
    expect(parts.model.fill).toBe('REMOVING')
    expect(looks).toBeGreaterThan(1)
  })

  it('stops where somebody has switched on again', async () => {
    const parts = going(1)
    let reads = 0
    parts.read = () => {
      reads += 1
      if (reads === 2) parts.model = switchedOn(SWITCHED_OFF, 30, parts.clock.now())
    }
    await handled(parts)
    expect([parts.saves, parts.nudges, parts.documents.of('some').length]).toEqual([0, [], 1])
    expect(parts.documents.of('dismantle')).toEqual([])
  })

  it('that somebody else ended meanwhile ends here', async () => {
    const parts = going(0)
    parts.model = { ...parts.model, emptySince: instantAt(parts.clock.now() - QUIET_MS) }
    await handled(parts)
    expect([parts.model.fill, parts.nudges, parts.documents.of('some').length]).toEqual([
      'IDLE',
      [],
      1,
    ])
  })
})
