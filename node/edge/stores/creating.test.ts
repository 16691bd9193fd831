import { Fault } from '../../domain/problem/fault'
import { MemoryFiles } from '../testing/memoryFiles'
import { isSurelyAbsent, mayArriveLate, mayBeSaved } from './creating'

const failed = (status: number | null, changes = {}) =>
  new Fault({ kind: 'unavailable', upstream: 'VBASE', operation: 'Save', status, ...changes })

describe('a save that failed', () => {
  it.each([
    ['that nobody answered', failed(null), true],
    ['that a gateway gave up', failed(504), true],
    ['that VBase refused', failed(500), false],
    ['for which no time was left: it never went out', failed(null, { isOutOfTime: true }), false],
    ['by a mistake of ours', new TypeError('no'), false],
  ])('may arrive yet, or not: %s', (_case, error, mayArrive) => {
    expect(mayArriveLate(error)).toBe(mayArrive)
  })
})

describe('a save that was answered as failed', () => {
  it('may be there all the same where VBase did not say that it is not', () => {
    const timedOut = new Fault({
      kind: 'rejected',
      upstream: 'VBASE',
      operation: 'Save',
      status: 408,
    })
    const refused = new Fault({ ...timedOut, status: 400 })
    expect([failed(500), timedOut, refused, new TypeError('no')].map(mayBeSaved)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a file that was not found', () => {
  it('is absent only where the listing does not name it either', async () => {
    const files = new MemoryFiles()
    files.content.set('a/b.json', '{}')
    expect(await isSurelyAbsent(files, 'a/b.json')).toBe(false)
    files.hidden.add('a/b.json')
    expect(await isSurelyAbsent(files, 'a/b.json')).toBe(false)
    expect(await isSurelyAbsent(files, 'a/b')).toBe(true)
  })
})
