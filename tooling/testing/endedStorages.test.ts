import { AsyncLocalStorage } from 'node:async_hooks'
import { watchStorages } from './endedStorages.cjs'

class Storage extends AsyncLocalStorage<string> {}
const endStorages = watchStorages(Storage)

describe('the storages that a test file leaves in its process', () => {
  it('are ended, so that no promise of another file pays for them', () => {
    const [entered, run] = [new Storage(), new Storage()]
    entered.enterWith('a')
    run.run('b', () => {
      expect([entered.getStore(), run.getStore()]).toEqual(['a', 'b'])
      endStorages()
      expect([entered.getStore(), run.getStore()]).toEqual([undefined, undefined])
    })
  })

  it('are there again for whoever uses them again, and end again', () => {
    const storage = new Storage()
    for (const time of ['first', 'second']) {
      expect(storage.run(time, () => storage.getStore())).toBe(time)
      storage.enterWith(time)
      endStorages()
      expect(storage.getStore()).toBeUndefined()
    }
  })
})
