import fc from 'fast-check'
import { Bench, SCHEMA } from './testing/bench'

type Step =
  | {
      readonly kind: 'put' | 'patch'
      readonly id: string
      readonly readAt: number
      readonly stage?: string
    }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'pass'; readonly ms: number }

const id = fc.constantFrom('1', '2', '3')
const content = { id, readAt: fc.integer({ min: 0, max: 5 }) }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), ...content }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('patch' as const),
      ...content,
      stage: fc.constantFrom('A', 'B'),
    }),
  },
  fc.record({ kind: fc.constant('delete' as const), id }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.integer({ min: 0, max: 3_000 }),
    }),
  }
)
const INDEX_FAULTS = [
  { operation: 'writeDocument', kind: 'lost', probability: 0.2 },
  { operation: 'deleteDocument', kind: 'lost', probability: 0.2 },
  { operation: 'writeDocument', kind: 'staleOrder', probability: 0.2 },
]

async function take(md: Bench, taken: Step): Promise<void> {
  if (taken.kind === 'pass') return md.pass(taken.ms)
  const { kind, id: name, ...body } = taken
  const query = { _schema: SCHEMA }
  const method = kind === 'patch' ? 'PATCH' : kind === 'put' ? 'PUT' : 'DELETE'
  const answer = await md.call(method, `documents/${name}`, { query, body })
  // A PATCH of what is not there is refused by the schema only where it lacks readAt; none here does.
  expect(answer.status).toBe(204)
}

/** What the documents are, seen by GET. */
async function stored(md: Bench): Promise<any[]> {
  const all = []
  for (const name of ['1', '2', '3']) {
    const { body } = await md.get(name)
    if (body !== '') all.push(body)
  }
  return all
}
const searched = async (md: Bench): Promise<any[]> => {
  const { body } = await md.search({ _fields: '_all' })
  return body.sort((a: any, b: any) => (a.id < b.id ? -1 : 1))
}

test('a search shows nothing that was never written, whatever goes wrong with the index', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, isBad) => {
      const md = await new Bench().prepare()
      if (isBad) md.set({ faults: INDEX_FAULTS })
      const everSeen = new Set<string>()
      for (const taken of steps) {
        await take(md, taken)
        for (const one of await stored(md)) everSeen.add(JSON.stringify(one))
        const found = await searched(md)
        for (const one of found) expect(everSeen).toContain(JSON.stringify(one))
        expect(new Set(found.map((one) => one.id)).size).toBe(found.length)
      }
    }),
    { numRuns: 100 }
  )
})

test('once the lag is over the index shows what the documents are', async () => {
  const lag = fc.constantFrom(0, 1, 1_500, 30_000)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.array(lag), async (steps, lags) => {
      const md = await new Bench().prepare()
      for (const [at, taken] of steps.entries()) {
        if (lags[at] !== undefined) md.set({ indexLagMs: lags[at] })
        await take(md, taken)
      }
      md.pass(30_000)
      const found = await searched(md)
      expect(found).toEqual(await stored(md))
      const { headers } = await md.search({}, 'resources=0-0')
      expect(headers['rest-content-range']).toBe(`resources=0-0/${found.length}`)
      expect(md.masterData.list()[0]?.stored).toBe(found.length)
    }),
    { numRuns: 100 }
  )
})

test('before it is over a search shows each document as it stood one lag ago', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const md = await new Bench().prepare()
      const past: { at: number; all: any[] }[] = [{ at: md.time - 1_500, all: [] }]
      for (const taken of steps) {
        await take(md, taken)
        past.push({ at: md.time, all: await stored(md) })
        const then = past.filter(({ at }) => at <= md.time - 1_500).at(-1)!
        expect(await searched(md)).toEqual(then.all)
      }
    }),
    { numRuns: 100 }
  )
})

test('of any conditional writes at once, some slow, some unanswered, none undoes a newer one', async () => {
  const write = fc.record({
    readAt: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom(null, 'slow', 'reset', 'status503'),
    afterCommit: fc.boolean(),
    slowMs: fc.integer({ min: 1, max: 5_000 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
      const md = await new Bench().prepare()
      await md.put('1', { readAt: 0 })
      const seen: number[] = []
      const look = async () => void seen.push((await md.get('1')).body.readAt)
      const answers = writes.map(({ readAt, kind, afterCommit, slowMs }, who) => {
        const slow = kind === 'slow' ? { slowMs } : {}
        md.set({ faults: kind ? [{ operation: 'writeDocument', kind, afterCommit, ...slow }] : [] })
        // Who wrote it stands in it: of two with one readAt, one alone may win.
        return md.put('1', { readAt, note: String(who) }, { _where: `readAt<${readAt}` })
      })
      for (let n = 0; n < 6; n += 1) {
        await look()
        md.pass(1_000)
        await new Promise((resolve) => setImmediate(resolve))
      }
      const told = await Promise.all(answers)
      await look()
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      const reached = writes.filter(
        ({ kind, afterCommit }) => kind === null || kind === 'slow' || afterCommit
      )
      expect(seen.at(-1)).toBe(Math.max(0, ...reached.map(({ readAt }) => readAt)))
      const won = told.flatMap(({ status }, who) => (status === 204 ? [writes[who]!.readAt] : []))
      expect(new Set(won).size).toBe(won.length)
    }),
    { numRuns: 150 }
  )
})

test('a scroll shows each document once, also where they change and go meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom('', 'readAt ASC', 'value DESC'),
      fc.array(step, { maxLength: 10 }),
      async (count, _size, _sort, steps) => {
        const md = await new Bench().prepare()
        md.set({ indexLagMs: 0 })
        for (let n = 0; n < count; n += 1) await md.put(String(n), { readAt: n, value: n % 3 })
        const query = { _schema: SCHEMA, _fields: 'id', _size, _sort }
        let page = await md.call('GET', 'scroll', { query })
        const token = page.headers['x-vtex-md-token']!
        const seen: string[] = []
        for (const rest = [...steps]; page.body.length > 0;) {
          expect(page.body.length).toBeLessThanOrEqual(_size)
          seen.push(...page.body.map((one: { id: string }) => one.id))
          const taken = rest.shift()
          if (taken && taken.kind !== 'pass') await take(md, taken)
          page = await md.call('GET', 'scroll', { query: { _token: token } })
        }
        const all = Array.from({ length: count }, (_, n) => String(n))
        expect([...seen].sort()).toEqual(all.sort())
        expect(page.status).toBe(200)
      }
    ),
    { numRuns: 60 }
  )
})

test('sorted pages of one key that nobody shares are the whole, in order, without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (keys, size, isDown) => {
        const md = await new Bench().prepare()
        md.set({ indexLagMs: 0 })
        for (const key of keys) await md.put(`k${key}`, { readAt: key })
        const seen: string[] = []
        for (let from = 0; from <= keys.length; from += size) {
          const query = { _sort: `readAt ${isDown ? 'DESC' : 'ASC'}` }
          const { body } = await md.search(query, `resources=${from}-${from + size}`)
          seen.push(...body.map((one: { id: string }) => one.id))
        }
        const order = [...keys].sort((a, b) => (isDown ? b - a : a - b))
        expect(seen).toEqual(order.map((key) => `k${key}`))
      }
    ),
    { numRuns: 60 }
  )
})

test('a restart changes nothing, whatever is under way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 20 }),
      fc.array(step, { maxLength: 5 }),
      async (before, after) => {
        const md = await new Bench().prepare()
        const other = new Bench()
        md.set({ revalidationMs: 700 })
        other.set({ revalidationMs: 700 })
        for (const taken of before) await take(md, taken)
        const v2 = {
          properties: { stage: { type: 'string' } },
          required: ['stage'],
          'v-indexed': ['stage'],
        }
        await md.call('PUT', 'schemas/v2', { body: v2 })
        other.time = md.time
        other.masterData.load(JSON.parse(JSON.stringify(md.masterData.dump())))
        const steps: Step[] = [...after, { kind: 'pass', ms: 1_000 }, { kind: 'pass', ms: 5_000 }]
        for (const taken of steps) {
          await take(md, taken)
          await take(other, taken)
          for (const _schema of [SCHEMA, 'v2', ''])
            expect(await other.ids(undefined, { _schema })).toEqual(
              await md.ids(undefined, { _schema })
            )
          expect(other.masterData.list()).toEqual(md.masterData.list())
        }
      }
    ),
    { numRuns: 60 }
  )
})

test('a dump of another version is refused and leaves nothing behind', async () => {
  const md = await new Bench().prepare()
  expect(() => md.masterData.load({ version: -1, entities: [] })).toThrow('version -1')
  expect(() => md.masterData.load({ version: 1, entities: [{ name: 'x' }] })).toThrow()
  expect(md.masterData.list()).toEqual([])
})
