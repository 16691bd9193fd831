import { UNTOUCHED, type ConnectorSettings } from '../../../domain/carriers/connectorSettings'
import { FakeClock } from '../../testing/fakes'
import { MemoryFiles } from '../../testing/memoryFiles'
import { ConnectorStore } from './connectors'

const PATH = 'carriers/connectors.json'
const ON: ConnectorSettings = { ...UNTOUCHED, isOn: true, timeZone: 'America/Bogota' }
const HIDDEN = { kind: 'unavailable', upstream: 'VBASE', operation: 'Connectors' }

function storeOn(files = new MemoryFiles()) {
  const clock = new FakeClock()
  return { files, store: new ConnectorStore({ files, sleep: (ms) => clock.sleep(ms) }) }
}

describe('the settings of connectors', () => {
  it('are untouched where the store has set nothing, and looking makes no file', async () => {
    const { files, store } = storeOn()
    expect(await store.read('generic')).toEqual(UNTOUCHED)
    expect(await store.readAll(['generic', 'frenet'])).toEqual([UNTOUCHED, UNTOUCHED])
    expect(files.saves).toBe(0)
  })

  it('are as they were set, one connector beside the other, in the order asked for', async () => {
    const { files, store } = storeOn()
    expect(await store.change('generic', () => ON)).toEqual(ON)
    const other = { ...UNTOUCHED, isOn: true }
    expect(await store.change('frenet', () => other)).toEqual(other)
    expect(await storeOn(files).store.readAll(['frenet', 'csv', 'generic'])).toEqual([
      other,
      UNTOUCHED,
      ON,
    ])
  })

  it('are changed from what they were', async () => {
    const { store } = storeOn()
    await store.change('generic', () => ON)
    const off = await store.change('generic', (newest) => ({ ...newest, isOn: false }))
    expect(off).toEqual({ ...ON, isOn: false })
  })

  it('cost no save where nothing changes', async () => {
    const { files, store } = storeOn()
    await store.change('generic', () => ON)
    const { saves } = files
    expect(await store.change('generic', (newest) => ({ ...newest }))).toEqual(ON)
    expect(files.saves).toBe(saves)
  })

  it('of a connector named as every object has something are untouched', async () => {
    const { store } = storeOn()
    await store.change('generic', () => ON)
    expect(await store.read('constructor')).toEqual(UNTOUCHED)
  })

  it('are saved once, though the save was answered as failed', async () => {
    const { files, store } = storeOn()
    await store.change('generic', () => ON)
    files.failures.push('after')
    expect(await store.change('frenet', () => ON)).toEqual(ON)
    expect(await store.readAll(['generic', 'frenet'])).toEqual([ON, ON])
  })
})

describe('settings that VBase does not show', () => {
  it('are not taken for off, nor begun anew', async () => {
    const { files, store } = storeOn()
    await store.change('generic', () => ON)
    files.hidden.add(PATH)
    await expect(store.read('generic')).rejects.toMatchObject(HIDDEN)
    const changing = store.change('frenet', () => ON)
    await expect(changing).rejects.toMatchObject({ kind: 'unavailable', upstream: 'VBASE' })
    files.hidden.clear()
    expect(await store.readAll(['generic', 'frenet'])).toEqual([ON, UNTOUCHED])
  })

  it('for a moment are read once more', async () => {
    const files: MemoryFiles = new MemoryFiles(async (label) => {
      if (label === `answer ${PATH}`) files.hidden.delete(PATH)
    })
    const { store } = storeOn(files)
    await store.change('generic', () => ON)
    files.hidden.add(PATH)
    const listed: string[] = []
    const list = files.list.bind(files)
    files.list = async (prefix) => {
      listed.push(prefix)
      return list(prefix)
    }
    expect(await store.read('generic')).toEqual(ON)
    expect(listed).toEqual([])
  })

  it('are read three times where VBase fails', async () => {
    const { files, store } = storeOn()
    await store.change('generic', () => ON)
    const { read } = files
    const fault = Object.assign(new Error('down'), { kind: 'unavailable', upstream: 'VBASE' })
    let failures = 2
    files.read = async (path) => {
      if (failures-- > 0) throw fault
      return read.call(files, path)
    }
    expect(await store.read('generic')).toEqual(ON)
    failures = 3
    await expect(store.read('generic')).rejects.toBe(fault)
  })

  it('for somebody saves at the same time again and again, are said to be unseen', async () => {
    const { files, store } = storeOn()
    await store.change('generic', () => ON)
    let others = 0
    const changing = store.change('frenet', () => {
      others += 1
      files.content.set(PATH, JSON.stringify({ connectors: { other: others } }))
      return ON
    })
    await expect(changing).rejects.toMatchObject(HIDDEN)
  })
})

it.each(['null', '"text"', '{}', '{"connectors":null}', '{"connectors":"x"}'])(
  'a file that cannot be read is no empty one: saving would lose every secret (%s)',
  async (text) => {
    const { files, store } = storeOn()
    files.content.set(PATH, text)
    const unreadable = { kind: 'unreadable', upstream: 'VBASE', operation: 'Connectors' }
    await expect(store.read('generic')).rejects.toMatchObject(unreadable)
    await expect(store.change('generic', () => ON)).rejects.toMatchObject(unreadable)
    expect(files.content.get(PATH)).toBe(text)
  }
)
