import { CHECK_NAMES, type CheckName } from '../domain/account/check'
import { Fault } from '../domain/problem/fault'
import type { Right } from '../domain/problem/rights'
import type { AccountCheckPorts, ProbeFilesPort } from './account/ports'
import { checkAccount } from './checkAccount'
import { someOrder } from './testing/someOrder'
import { VirtualClock } from './testing/virtualClock'

/** VBase as the guarantees assume it; `answers` takes the place of what it would say. */
class Files implements ProbeFilesPort {
  readonly content = new Map<string, { content: number; version: string }>()
  readonly touched = new Set<string>()
  private versions = 0

  constructor(private readonly answers: Partial<ProbeFilesPort> = {}) {}

  async read(path: string) {
    if (this.answers.read) return this.answers.read(path)
    return this.content.get(path) ?? null
  }

  async save(path: string, content: number, version: string | null) {
    this.touched.add(path)
    const stored = this.content.get(path)
    if (version !== null && stored?.version !== version)
      return this.answers.save ? this.answers.save(path, content, version) : 412
    this.content.set(path, { content, version: `v${++this.versions}` })
    return 'saved' as const
  }

  async isListed(path: string) {
    return this.answers.isListed ? this.answers.isListed(path) : this.content.has(path)
  }

  async remove(path: string) {
    if (this.answers.remove) return this.answers.remove(path)
    this.content.delete(path)
  }
}

const vbase = (kind: 'unavailable' | 'forbidden') =>
  new Fault({ kind, upstream: 'VBASE', operation: 'Read', status: 503 })
const oms = (kind: 'forbidden' | 'unavailable' | 'unreadable') =>
  new Fault({ kind, upstream: 'OMS', operation: 'ListOrders', status: 403 })

function sound(more: Partial<AccountCheckPorts> = {}, files = new Files()): AccountCheckPorts {
  const clock = new VirtualClock()
  let id = 0
  const rows = ['1-01', '2-01'].map((orderId) => ({
    orderId,
    status: 'handling',
    creationDate: null,
    lastChange: null,
  }))
  return {
    files,
    oms: {
      list: async () => ({ rows, total: 2, pages: 1 }),
      get: async (orderId) => someOrder({ orderId }),
      date: async () => clock.now(),
    },
    own: { firstOrder: async () => '1-01' },
    zone: async () => ({ named: 'UTC', zone: 'Etc/UTC' }),
    caller: { has: async () => true },
    clock,
    newId: () => `id${++id}`,
    ...more,
  }
}

const verdictsOf = async (ports: AccountCheckPorts) =>
  Object.fromEntries((await checkAccount(ports)).checks.map(({ name, verdict }) => [name, verdict]))

/** Only the named checks come to something else than PASSED. */
const expectOnly = async (ports: AccountCheckPorts, others: Partial<Record<CheckName, string>>) => {
  const all = Object.fromEntries(CHECK_NAMES.map((name) => [name, 'PASSED']))
  expect(await verdictsOf(ports)).toEqual({ ...all, ...others })
}

it('passes on an account that is as the guarantees assume it', async () => {
  const { checks, checkedAt } = await checkAccount(sound())
  expect(checks.map(({ name }) => name)).toEqual(CHECK_NAMES)
  expect(checks.map(({ name, verdict, detail }) => [name, verdict, detail.length > 40])).toEqual(
    CHECK_NAMES.map((name) => [name, 'PASSED', true])
  )
  expect(checkedAt).toBe('2026-03-10T12:00:00.000Z')
})

it('leaves no file behind, and no two checks share one', async () => {
  const files = new Files()
  await checkAccount(sound({}, files))
  expect(files.touched.size).toBe(3)
  expect([...files.content.keys()]).toEqual([])
})

it('removes its files too where a check could not end', async () => {
  const files = new Files({
    isListed: async () => {
      throw vbase('unavailable')
    },
  })
  await expectOnly(sound({}, files), { 'vbase-absence': 'UNPROVEN' })
  expect([...files.content.keys()]).toEqual([])
})

it('says nothing of a file that could not be removed', async () => {
  const files = new Files({
    remove: async () => {
      throw vbase('unavailable')
    },
  })
  await expectOnly(sound({}, files), {})
})

it('fails where an If-Match is not honoured', async () => {
  const files = new Files({ save: async () => 'saved' })
  await expectOnly(sound({}, files), { 'vbase-conditional-write': 'FAILED' })
})

it('fails where reads are a moment old', async () => {
  const old = new Map<string, { content: number; version: string } | null>()
  const files: Files = new Files({
    read: async (path) => {
      const before = old.get(path) ?? null
      old.set(path, files.content.get(path) ?? null)
      return path.startsWith('read-after-write') ? before : (files.content.get(path) ?? null)
    },
  })
  await expectOnly(sound({}, files), { 'vbase-read-after-write': 'FAILED' })
})

it('fails where a file that exists is said to be missing', async () => {
  const files: Files = new Files({
    read: async (path) => (path.startsWith('absence') ? null : (files.content.get(path) ?? null)),
  })
  await expectOnly(sound({}, files), { 'vbase-absence': 'FAILED' })
})

it('fails where the app may not use VBase, and knows nothing where VBase does not answer', async () => {
  for (const [kind, verdict] of [
    ['forbidden', 'FAILED'],
    ['unavailable', 'UNPROVEN'],
  ] as const) {
    const files = new Files({
      read: async () => {
        throw vbase(kind)
      },
    })
    await expectOnly(sound({}, files), {
      'vbase-conditional-write': verdict,
      'vbase-read-after-write': verdict,
      'vbase-absence': verdict,
    })
  }
})

it('names the rights that the caller lacks', async () => {
  const lacks: Right = 'RefundAction'
  const ports = sound({ caller: { has: async (right) => right !== lacks } })
  await expectOnly(ports, { 'oms-rights': 'FAILED' })
})

it('does not know of orders what the list did not tell', async () => {
  const { oms: reads } = sound()
  const list = async () => {
    throw oms('forbidden')
  }
  await expectOnly(sound({ oms: { ...reads, list } }), {
    'oms-list': 'FAILED',
    'oms-order': 'UNPROVEN',
  })
})

it.each([
  ['not found', async () => null],
  [
    'unreadable',
    async () => {
      throw oms('unreadable')
    },
  ],
])('fails on a listed order that is %s', async (_, get) => {
  const { oms: reads } = sound()
  await expectOnly(sound({ oms: { ...reads, get } }), { 'oms-order': 'FAILED' })
})

it('judges the app’s own token by itself', async () => {
  const refused = async () => {
    throw oms('forbidden')
  }
  await expectOnly(sound({ own: { firstOrder: refused } }), { 'app-token': 'FAILED' })
})

it('judges zone and clock', async () => {
  const { oms: reads } = sound()
  const ports = sound({
    zone: async () => ({ named: 'Mars', zone: null }),
    oms: { ...reads, date: async () => Date.parse('2026-03-10T12:10:00Z') },
  })
  await expectOnly(ports, { 'time-zone': 'FAILED', clock: 'FAILED' })
})

it('answers within a request of the platform, whatever does not end', async () => {
  const never = () => new Promise<never>(() => undefined)
  const ports = sound({ own: { firstOrder: never } })
  const before = ports.clock.now()
  await expectOnly(ports, { 'app-token': 'UNPROVEN' })
  expect(ports.clock.now() - before).toBeLessThan(26_000)
})

it('hides no mistake of ours behind a verdict', async () => {
  const broken = async () => {
    throw new TypeError('ours')
  }
  await expect(checkAccount(sound({ zone: broken }))).rejects.toThrow('ours')
})
