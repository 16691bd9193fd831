import { NEVER_ASKED } from '../../../domain/carriers/askingState'
import type { OpenParcels } from '../../../domain/carriers/openParcels'
import { FakeClock } from '../../testing/fakes'
import { MemoryFiles } from '../../testing/memoryFiles'
import { OpenParcelStore } from './openParcels'

const OVER = (overAt: number): OpenParcels => ({ mark: { overAt } })
const PATH = 'carriers/asked/ssw/03.json'

function storeOn(files = new MemoryFiles()) {
  const clock = new FakeClock()
  return { files, store: new OpenParcelStore({ files, sleep: (ms) => clock.sleep(ms) }) }
}

describe('parcels that a carrier is asked about', () => {
  it('are none where nothing was noted, and looking makes no file', async () => {
    const { files, store } = storeOn()
    expect(await store.read('ssw', 3)).toEqual({})
    expect(files.saves).toBe(0)
  })

  it('are kept for each carrier and each piece, where an older version looks for them', async () => {
    const { files, store } = storeOn()
    await store.change('ssw', 3, () => OVER(1))
    await store.change('ssw', 12, () => OVER(2))
    await store.change('jadlog', 3, () => OVER(3))
    const other = storeOn(files).store
    expect(await other.read('ssw', 3)).toEqual(OVER(1))
    expect(await other.read('ssw', 12)).toEqual(OVER(2))
    expect(await other.read('jadlog', 3)).toEqual(OVER(3))
    expect([...files.content.keys()].sort()).toEqual([
      'carriers/asked/jadlog/03.json',
      PATH,
      'carriers/asked/ssw/12.json',
    ])
  })

  it('are changed from what they were, and cost no save where nothing is to do', async () => {
    const { files, store } = storeOn()
    await store.change('ssw', 3, () => OVER(1))
    await store.change('ssw', 3, (newest) => ({ ...newest, other: { overAt: 2 } }))
    expect(await store.read('ssw', 3)).toEqual({ ...OVER(1), other: { overAt: 2 } })
    const { saves } = files
    await store.change('ssw', 3, () => null)
    expect(files.saves).toBe(saves)
  })

  it.each(['null', '{}', '{"parcels":null}', '{"parcels":"x"}'])(
    'are begun anew where they cannot be read: %s',
    async (text) => {
      const { files, store } = storeOn()
      files.content.set(PATH, text)
      expect(await store.read('ssw', 3)).toEqual({})
      await store.change('ssw', 3, (newest) => ({ ...newest, ...OVER(1) }))
      expect(await store.read('ssw', 3)).toEqual(OVER(1))
    }
  )
})

it('why a carrier is not asked is kept for each, and what an older version did not know is as never asked', async () => {
  const { files, store } = storeOn()
  expect(await store.readState('ssw')).toEqual(NEVER_ASKED)
  const state = { ...NEVER_ASKED, restsUntil: 7, refusedMark: 'm' }
  await store.saveState('ssw', state)
  expect(await storeOn(files).store.readState('ssw')).toEqual(state)
  expect(await store.readState('jadlog')).toEqual(NEVER_ASKED)
  files.content.set('carriers/asked/ssw/state.json', '{"restsUntil":9}')
  expect(await store.readState('ssw')).toEqual({ ...NEVER_ASKED, restsUntil: 9 })
})
