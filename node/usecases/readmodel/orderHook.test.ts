import { NO_HOOK, type AppKey, type OrderHook } from '../../domain/readmodel/orderHook'
import { Fault } from '../../domain/problem/fault'
import { setUpHook, takeDownHook, type HookLine, type OrderHookPorts } from './orderHook'

const KEY: AppKey = { appKey: 'hook-key', appToken: 'hook-token' }
const URL = 'https://storeacc.myvtex.com/_v/invoice-tracking/hook'

/** The hook's file and VTEX's configuration, both at once and without faults; `before` runs ahead of a call to VTEX. */
function world(before: Partial<Record<keyof HookLine, () => Promise<unknown>>> = {}) {
  let kept: OrderHook = NO_HOOK
  let standing: string | null = null
  let secrets = 0
  const ports: OrderHookPorts = {
    hook: {
      read: async () => kept,
      change: async (change) => (kept = change(kept)),
    },
    line: {
      find: async () => {
        await before.find?.()
        return standing
      },
      create: async (_, url) => {
        await before.create?.()
        standing = url
      },
      remove: async () => {
        await before.remove?.()
        standing = null
      },
    },
    clock: { now: () => Date.parse('2026-11-20T12:00:00Z'), sleep: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    url: URL,
    newSecret: () => `secret ${++secrets}`,
  }
  return { ports, kept: () => kept, standing: () => standing }
}

it('sets a hook up, and takes it down with its key', async () => {
  const { ports, kept, standing } = world()
  expect((await setUpHook(ports, KEY, true)).problems).toEqual([])
  expect(standing()).toBe(URL)
  expect(kept()).toMatchObject({ key: KEY, verdict: 'STANDS' })
  await takeDownHook(ports)
  expect(standing()).toBeNull()
  expect(kept()).toEqual(NO_HOOK)
})

it('leaves nothing in VTEX where somebody took it down while it was being saved there', async () => {
  const { ports, kept, standing } = world({ create: () => takeDownHook(ports) })
  await setUpHook(ports, KEY, true)
  expect(kept()).toEqual(NO_HOOK)
  expect(standing()).toBeNull()
})

it('keeps the key of one that was taken down meanwhile until VTEX has let it go', async () => {
  const { ports, kept, standing } = world({
    create: () => takeDownHook(ports),
    remove: () =>
      Promise.reject(new Fault({ upstream: 'OMS', kind: 'unavailable', operation: 'RemoveHook' })),
  })
  await setUpHook(ports, KEY, true)
  // The next look takes it down.
  expect(standing()).toBe(URL)
  expect(kept()).toMatchObject({ key: KEY, isLeaving: true })
})
