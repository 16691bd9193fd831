import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { byCodeUnit } from './sortedNames'
import { FileStore, type Bucket } from './store'

const bucket = (name: string, app = 'v.a'): Bucket => ({ account: 's', workspace: 'm', app, name })
const path = fc.oneof(fc.stringMatching(/^[\w/.~ éß-]{1,20}$/), fc.constantFrom('.', '..', '../x'))
const body = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))

test('a store read anew from its folder holds what was written last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ path, body, remove: fc.boolean() }), { maxLength: 12 }),
      (writes) => {
        const folder = mkdtempSync(join(tmpdir(), 'stand-vbase-'))
        try {
          const store = new FileStore(folder)
          for (const write of writes) {
            if (write.remove) store.delete(bucket('b'), write.path)
            else store.put(bucket('b'), write.path, write.body)
          }
          const again = new FileStore(folder)
          expect(again.list(bucket('b'))).toEqual(store.list(bucket('b')))
          for (const { path: at } of store.list(bucket('b'))) {
            expect(again.get(bucket('b'), at)!.body).toEqual(store.get(bucket('b'), at)!.body)
          }
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }
    ),
    { numRuns: 40 }
  )
})

test('the hash tells contents apart and equal ones alike', () => {
  fc.assert(
    fc.property(body, body, (one, other) => {
      const store = new FileStore(null)
      const first = store.put(bucket('b'), 'p', one)
      const second = store.put(bucket('b'), 'q', other)
      expect(first.hash === second.hash).toBe(one.equals(other))
    })
  )
})

test('buckets and apps do not see each other', () => {
  const store = new FileStore(null)
  store.put(bucket('b'), 'p', Buffer.from('x'))
  expect(store.get(bucket('c'), 'p')).toBeUndefined()
  expect(store.get(bucket('b', 'v.other'), 'p')).toBeUndefined()
  store.clear()
  expect(store.everything()).toEqual([])
})

describe('what a bucket holds besides', () => {
  let looks = 0
  const counting = (one: string, other: string): number => {
    looks += 1
    return byCodeUnit(one, other)
  }
  const looksOf = (work: () => void): number => {
    looks = 0
    work()
    return looks
  }
  const filled = (orders: number): FileStore => {
    const store = new FileStore(null, () => 0, counting)
    for (let order = 0; order < orders; order += 1)
      for (const folder of ['numbers', 'orders', 'told'])
        store.put(bucket('b'), `${folder}/${order}.json`, Buffer.from('{}'))
    return store
  }

  // Twice for each time that the names are halved: to the block and to the place, and once more to compare.
  test.each([
    ['that shows one name', 'orders/500.json', 1, 40],
    ['that shows none', 'orders/gone.json', 1, 40],
    ['of a page', 'orders/', 100, 140],
  ])('makes a listing %s no dearer', (_, prefix, most, bound) => {
    for (const orders of [1_000, 30_000]) {
      const store = filled(orders)
      const cost = looksOf(() => store.list(bucket('b'), prefix, '', most))
      expect(cost).toBeGreaterThan(0)
      expect(cost).toBeLessThan(bound + most)
    }
  })

  test('makes the last page no dearer than the first, nor a write', () => {
    const store = filled(30_000)
    const at = bucket('b')
    expect(looksOf(() => store.list(at, 'orders/', 'orders/9998', 100))).toBeLessThan(240)
    expect(looksOf(() => store.put(at, 'orders/5x.json', Buffer.from('{}')))).toBeLessThan(40)
    expect(looksOf(() => store.delete(at, 'orders/5x.json'))).toBeLessThan(40)
  })
})
