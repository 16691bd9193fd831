import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
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
