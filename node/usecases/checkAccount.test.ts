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

const detailOf = async (ports: AccountCheckPorts, wanted: CheckName) =>
  (await checkAccount(ports)).checks.find(({ name }) => name === wanted)?.detail

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
  await expectOnly(sound({ own: { firstOrder: async () => null } }), { 'app-token': 'UNPROVEN' })
  expect(await detailOf(sound(), 'app-token')).toContain('read 1-01')
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
  const { checks } = await checkAccount(ports)
  const late = checks.filter(({ verdict }) => verdict !== 'PASSED')
  expect(late).toMatchObject([{ name: 'app-token', verdict: 'UNPROVEN' }])
  expect(late[0]!.detail).toContain('after 24 s')
  expect(ports.clock.now() - before).toBeLessThan(26_000)
})

it('hides no mistake of ours behind a verdict', async () => {
  const broken = async () => {
    throw new TypeError('ours')
  }
  await expect(checkAccount(sound({ zone: broken }))).rejects.toThrow('ours')
})

describe('what VBase is asked', () => {
  it('is four rounds of two writers, each with contents of its own, under the version just read', async () => {
    const saves: [string, number, string | null][] = []
    const files = new (class extends Files {
      override async save(path: string, content: number, version: string | null) {
        saves.push([path.split('/')[0]!, content, version])
        return super.save(path, content, version)
      }
    })()
    await expectOnly(sound({}, files), {})
    const of = (name: string) => saves.filter(([path]) => path === name)
    const [first, ...rounds] = of('conditional-write')
    expect(first).toEqual(['conditional-write', 0, null])
    expect(rounds).toHaveLength(8)
    expect(new Set(rounds.map(([, content]) => content)).size).toBe(8)
    expect(rounds.some(([, content]) => content === 0)).toBe(false)
    for (let round = 0; round < 8; round += 2) expect(rounds[round]![2]).toBe(rounds[round + 1]![2])
    expect(of('read-after-write').map(([, content]) => content)).toEqual([1, 2, 3, 4])
    expect(of('absence')).toEqual([['absence', 1, null]])
  })

  it('is unproven where the file is gone between a save and its reading', async () => {
    const files: Files = new Files({
      read: async (path) =>
        path.startsWith('conditional') ? null : (files.content.get(path) ?? null),
    })
    await expectOnly(sound({}, files), { 'vbase-conditional-write': 'UNPROVEN' })
    expect(await detailOf(sound({}, files), 'vbase-conditional-write')).toMatch(
      /^VBASE Read ended as notFound/
    )
  })

  it('is four reads after a save, and four of a file that was missing before', async () => {
    expect(await detailOf(sound(), 'vbase-read-after-write')).toMatch(/^4 of 4 reads/)
    let reads = 0
    const files: Files = new Files({
      read: async (path) => {
        if (path.startsWith('absence')) reads += 1
        return files.content.get(path) ?? null
      },
    })
    await expectOnly(sound({}, files), {})
    expect(reads).toBe(1 + 4)
  })

  it('fails where a file holds neither writer’s content, or none', async () => {
    for (const after of [{ content: 99, version: 'x' }, null]) {
      const reads = new Map<string, number>()
      const files: Files = new Files({
        read: async (path) => {
          const read = (reads.get(path) ?? 0) + 1
          reads.set(path, read)
          const isAfter = path.startsWith('conditional') && read === 8
          return isAfter ? after : (files.content.get(path) ?? null)
        },
      })
      await expectOnly(sound({}, files), { 'vbase-conditional-write': 'FAILED' })
    }
  })

  it('fails where a file is there before anybody wrote it', async () => {
    let isFirst = true
    const files: Files = new Files({
      read: async (path) => {
        const stored = files.content.get(path) ?? null
        if (!path.startsWith('absence') || !isFirst) return stored
        isFirst = false
        return { content: 1, version: 'x' }
      },
    })
    await expectOnly(sound({}, files), { 'vbase-absence': 'FAILED' })
  })
})

describe('what OMS is asked', () => {
  it('is its newest orders of any status, and three of them by themselves', async () => {
    const { oms: reads } = sound()
    const [queries, read]: [unknown[], string[]] = [[], []]
    const row = { status: 'handling', creationDate: null, lastChange: null }
    const list = async (query: unknown) => {
      queries.push(query)
      const rows = ['1', '2', '3', '4'].map((orderId) => ({ ...row, orderId }))
      return { rows, total: 40, pages: 10 }
    }
    const get = async (orderId: string) => {
      read.push(orderId)
      return someOrder({ orderId })
    }
    const { checks } = await checkAccount(sound({ oms: { ...reads, list, get } }))
    expect(queries).toEqual([
      { statuses: [], search: null, createdFrom: null, createdTo: null, page: 1, perPage: 3 },
    ])
    expect(read).toEqual(['1', '2', '3'])
    expect(checks.find(({ name }) => name === 'oms-list')?.detail).toMatch(/40 orders; 4 of/)
  })

  it('names the order that cannot be read', async () => {
    const { oms: reads } = sound()
    const get = async (orderId: string) => (orderId === '2-01' ? null : someOrder({ orderId }))
    const { checks } = await checkAccount(sound({ oms: { ...reads, get } }))
    expect(checks.find(({ name }) => name === 'oms-order')?.detail).toContain('2-01')
  })

  it.each(['list', 'get'] as const)('hides no mistake of ours: %s', async (call) => {
    const { oms: reads } = sound()
    const broken = async (): Promise<never> => {
      throw new TypeError('ours')
    }
    const ports = sound({ oms: { ...reads, [call]: broken } })
    await expect(checkAccount(ports)).rejects.toThrow('ours')
  })
})
