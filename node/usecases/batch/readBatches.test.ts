import { NO_RESULTS, type RowResult } from '../../domain/batch/rows'
import type { RowOutcome } from '../../domain/batch/outcomes'
import { endOf, rowOf, rows, startedBatch } from '../../edge/testing/startedBatch'
import { addBatchRows } from './addBatchRows'
import { createBatch } from './createBatch'
import type { LanePorts } from './ports'
import { listBatches, readBatchRows, viewBatch } from './readBatches'

/** Seven rows in two parts; the shard tears rows of one part into slices of their own. */
async function filled() {
  const one = await startedBatch(rows(1))
  const { ports } = one
  const { batch } = await createBatch(
    ports,
    { key: 'rows', name: 'n', rowCount: 7, accept: [] },
    'ana'
  )
  const { batchId } = batch!
  await addBatchRows(
    ports,
    batchId,
    0,
    ['b', 'a', 'c'].map((id) => rowOf(id))
  )
  await addBatchRows(
    ports,
    batchId,
    3,
    ['f', 'e', 'd', 'g'].map((id) => rowOf(id))
  )
  const page = async (
    outcomes: readonly RowOutcome[] | null,
    asked: { page: number; perPage: number },
    own: LanePorts = ports
  ) => {
    const found = (await readBatchRows(own, batchId, outcomes, asked))!
    return { ...found, rows: found.rows.map(({ row, result }) => [row.orderId, result?.outcome]) }
  }
  const ended = async (part: number, ...ends: [number, RowOutcome][]) => {
    const [{ id }] = (await ports.batches.find(batchId))!.parts.slice(part)
    const results = ends.map(([row, outcome]): RowResult => ({
      ...endOf(outcome),
      row,
      pass: 1,
      isRehearsed: false,
      finishedAt: 0,
    }))
    const place = { partId: id, number: 0 }
    await ports.batches.changeResults(batchId, place, () => ({ ...NO_RESULTS, results }))
    await ports.batches.change(batchId, (head) => ({
      ...head,
      counts: ends.reduce(
        (counts, [, outcome]) => ({ ...counts, [outcome]: (counts[outcome] ?? 0) + 1 }),
        head.counts
      ),
    }))
  }
  return { ...one, batchId, page, ended }
}

describe('the rows of a batch', () => {
  it('come page by page in their order, with how each ended', async () => {
    const { page, ended } = await filled()
    await ended(0, [0, 'APPLIED'], [2, 'FAILED'])
    const ids = async (number: number) => (await page(null, { page: number, perPage: 2 })).rows
    expect(await ids(1)).toEqual([
      ['b', 'APPLIED'],
      ['a', undefined],
    ])
    // Over the seam of two parts.
    expect(await ids(2)).toEqual([
      ['c', 'FAILED'],
      ['f', undefined],
    ])
    expect(await ids(3)).toEqual([
      ['e', undefined],
      ['d', undefined],
    ])
    expect(await ids(4)).toEqual([['g', undefined]])
    expect(await ids(5)).toEqual([])
    expect((await page(null, { page: 1, perPage: 3 })).total).toBe(7)
  })

  it('cost no read of parts before or behind the page', async () => {
    const { page, ports } = await filled()
    const read: string[] = []
    const batches = Object.assign(Object.create(ports.batches) as LanePorts['batches'], {
      rows: async (batchId: string, place: { partId: string; number: number }) => {
        read.push(place.partId)
        return ports.batches.rows(batchId, place)
      },
    })
    const first = await page(null, { page: 1, perPage: 3 }, { ...ports, batches })
    const second = await page(null, { page: 2, perPage: 3 }, { ...ports, batches })
    expect([first.rows.length, second.rows.length]).toEqual([3, 3])
    expect(read).toHaveLength(2)
    expect(new Set(read).size).toBe(2)
  })

  it('are those of some outcomes alone where these are asked for', async () => {
    const { page, ended } = await filled()
    await ended(0, [0, 'APPLIED'], [2, 'FAILED'])
    await ended(1, [3, 'REFUSED'], [4, 'APPLIED'], [5, 'FAILED'])
    expect(await page(['FAILED', 'REFUSED'], { page: 1, perPage: 2 })).toEqual({
      page: 1,
      perPage: 2,
      total: 3,
      rows: [
        ['c', 'FAILED'],
        ['f', 'REFUSED'],
      ],
    })
    expect((await page(['FAILED', 'REFUSED'], { page: 2, perPage: 2 })).rows).toEqual([
      ['d', 'FAILED'],
    ])
    expect(await page(['UNKNOWN'], { page: 1, perPage: 2 })).toMatchObject({ rows: [], total: 0 })
  })

  it('of some outcomes are counted by those alone, whatever lies before them', async () => {
    const { page, ended } = await filled()
    await ended(0, [0, 'FAILED'])
    await ended(1, [3, 'FAILED'], [4, 'APPLIED'], [5, 'FAILED'])
    const failed = (number: number) => page(['FAILED'], { page: number, perPage: 3 })
    expect(await failed(1)).toMatchObject({
      rows: [
        ['b', 'FAILED'],
        ['f', 'FAILED'],
        ['d', 'FAILED'],
      ],
      total: 3,
    })
    expect((await failed(2)).rows).toEqual([])
  })

  it('of slices that hold none of these outcomes are not even read', async () => {
    const { page, ended, ports } = await filled()
    await ended(0, [0, 'APPLIED'])
    let reads = 0
    const batches = Object.assign(Object.create(ports.batches) as LanePorts['batches'], {
      rows: async (...asked: Parameters<LanePorts['batches']['rows']>) => {
        reads += 1
        return ports.batches.rows(...asked)
      },
    })
    await page(['APPLIED'], { page: 1, perPage: 9 }, { ...ports, batches })
    expect(reads).toBe(1)
  })

  it.each([20, 200])('of some outcomes look a few times at each of %d parts', async (count) => {
    const { ports, batchId, head } = await startedBatch(rows(1))
    const [part] = (await head()).parts
    let looks = 0
    const parts = Array.from({ length: count }, (_, number) => ({
      ...part,
      id: `p-${number}`,
      get slices() {
        looks += 1
        return 10
      },
    }))
    const batches = Object.assign(Object.create(ports.batches) as LanePorts['batches'], {
      find: async () => ({ ...(await head()), parts }),
      results: async () => NO_RESULTS,
    })
    await readBatchRows({ ...ports, batches }, batchId, ['FAILED'], { page: 1, perPage: 9 })
    expect(looks).toBe(count)
  })

  it('are those of no batch where there is none; a page is at least one row, at most 500', async () => {
    const { page, ports } = await filled()
    expect(await readBatchRows(ports, 'none', null, { page: 1, perPage: 1 })).toBeNull()
    expect(await page(null, { page: 0, perPage: 0 })).toMatchObject({ page: 1, perPage: 1 })
    expect(await page(null, { page: 1, perPage: 501 })).toMatchObject({ perPage: 500 })
  })
})

describe('a look at a batch', () => {
  it.each([500, 5_000])(
    'reads one file, which grows by the calls of %d rows alone',
    async (many) => {
      const { ports, files } = await startedBatch(rows(1))
      const given = { key: 'many', name: 'n', rowCount: many, accept: [] }
      const { batchId } = (await createBatch(ports, given, 'ana')).batch!
      const head = `batches/${batchId}/head.json`
      const empty = files.content.get(head)!.length
      const all = rows(many)
      for (let offset = 0; offset < many; offset += 500)
        await addBatchRows(ports, batchId, offset, all.slice(offset, offset + 500))
      const { reads } = files
      expect(await viewBatch(ports, batchId)).toMatchObject({ state: 'READY' })
      expect(files.reads - reads).toBe(1)
      // A call is named by an id, a digest and three numbers, and signed once, of sixteen that are remembered.
      expect(files.content.get(head)!.length - empty).toBeLessThan((many / 500) * 160 + 16 * 40)
    }
  )
})

describe('the list of batches', () => {
  it('has the newest first, page by page, without those that are gone', async () => {
    const { ports, clock, batchId } = await startedBatch(rows(1))
    const made = [batchId]
    for (const key of ['b', 'c', 'd']) {
      clock.advance(1_000)
      const given = { key, name: key, rowCount: 1, accept: [] }
      made.push((await createBatch(ports, given, 'ana')).batch!.batchId)
    }
    const ids = async (page: number) =>
      (await listBatches(ports, { page, perPage: 2 })).batches.map((one) => one.batchId)
    expect([await ids(1), await ids(2), await ids(3)]).toEqual([
      [made[3], made[2]],
      [made[1], made[0]],
      [],
    ])
    await ports.batches.hide(made[2])
    expect(await ids(1)).toEqual([made[3]])
    expect((await listBatches(ports, { page: 1, perPage: 2 })).total).toBe(4)
    const { expiresAt } = (await ports.batches.find(batchId))!
    clock.advance(expiresAt - clock.now())
    expect((await listBatches(ports, { page: 1, perPage: 9 })).batches).toHaveLength(3 - 1)
  })

  it('revives what has died, and leaves alone what moves or has nobody to wake', async () => {
    const { ports, clock, batchId, sent, hold } = await startedBatch(rows(1))
    clock.advance(5_000)
    await viewBatch(ports, batchId)
    expect(sent).toEqual([])
    clock.advance(1)
    await listBatches(ports, { page: 1, perPage: 9 })
    expect(sent).toEqual([0, 1, 2, 3].map((lane) => ({ lane, batchId, pass: 1 })))
    sent.length = 0
    for (const lane of [0, 1, 2, 3]) await hold(lane)
    await viewBatch(ports, batchId)
    expect(sent).toEqual([])
  })
})
