import fc from 'fast-check'
import { EMPTY_JOURNAL, type Journal } from '../../domain/journal/journal'
import { step, stepThrough } from '../../domain/journal/step'
import { anyEvents, histories } from '../../domain/testing/journalEvents'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { ClaimsStore } from './claims'
import { SHARDS } from './claimShards'
import { JournalStore } from './journals'

const ORDER = '1400-01'

function storeOn(files: MemoryFiles, name: string): JournalStore {
  const newId = countingIds(name)
  const claims = new ClaimsStore({ files, newId, clock: new FakeClock(), log: new RecordingLog() })
  return new JournalStore({ files, claims, newId })
}

function seeded(): MemoryFiles {
  const files = new MemoryFiles()
  for (let shard = 0; shard < SHARDS; shard++)
    files.content.set(`claims/${String(shard).padStart(2, '0')}.json`, '{"claims":{}}')
  return files
}

/** Without what the store adds for itself. */
function told(journal: Journal): unknown {
  const { revision: _revision, ...rest } = journal
  return { ...rest, writes: undefined }
}

describe('a journal that events have made', () => {
  it('is read back from its stored form as it was, and goes on from there as if it had never been stored', async () => {
    await fc.assert(
      fc.asyncProperty(histories, anyEvents, async (events, next) => {
        const files = seeded()
        const first = storeOn(files, 'first')
        for (const event of events) await first.update(ORDER, (journal) => step(journal, event))
        const second = storeOn(files, 'second')
        const read = await second.read(ORDER)
        const kept = stepThrough(EMPTY_JOURNAL, events)
        expect(told(read)).toEqual(told(kept))
        expect(told(step(read, next))).toEqual(told(step(kept, next)))
      }),
      { seed: 20261128, numRuns: 60 }
    )
  })
})
