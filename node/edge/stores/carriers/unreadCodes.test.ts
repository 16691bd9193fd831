import { Fault } from '../../../domain/problem/fault'
import { MemoryFiles } from '../../testing/memoryFiles'
import { UnreadCodeStore } from './unreadCodes'

const PATH = 'carriers/unread-codes.json'
const CODES = { generic: [{ code: '88', at: 1 }] }

function storeOn(text: string | null = null) {
  const files = new MemoryFiles()
  if (text !== null) files.content.set(PATH, text)
  return { files, store: new UnreadCodeStore({ files, sleep: async () => undefined }) }
}

it.each([null, 'null', '"text"', '{}', '{"connectors":null}', '{"connectors":"text"}'])(
  'unread codes are none where the file says none (%s), and the first ones begin it',
  async (text) => {
    const { files, store } = storeOn(text)
    expect(await store.read()).toEqual({})
    await store.change((known) => ({ ...known, ...CODES }))
    expect(await store.read()).toEqual(CODES)
    expect(JSON.parse(files.content.get(PATH)!)).toEqual({ connectors: CODES })
  }
)

describe('unread codes that are not saved', () => {
  it('fail as VBase does', async () => {
    const { files, store } = storeOn('{}')
    const fault = new Fault({ kind: 'forbidden', upstream: 'VBASE', operation: 'Save' })
    files.save = () => Promise.reject(fault)
    await expect(store.change(() => CODES)).rejects.toBe(fault)
  })

  it('are unavailable where somebody else saves at the same time again and again', async () => {
    const { files, store } = storeOn('{}')
    let others = 0
    const changing = store.change(() => {
      files.content.set(PATH, `{"connectors":{},"others":${(others += 1)}}`)
      return CODES
    })
    const unseen = { kind: 'unavailable', upstream: 'VBASE', operation: 'UnreadCodes' }
    await expect(changing).rejects.toMatchObject(unseen)
  })

  it('hide no mistake of ours', async () => {
    const mistake = new TypeError('ours')
    const changing = storeOn('{}').store.change(() => {
      throw mistake
    })
    await expect(changing).rejects.toBe(mistake)
  })
})
