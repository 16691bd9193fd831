import { LONGEST_WRITE_MS } from '../../domain/journal/waiting'
import type { HeldClaim } from '../../usecases/ports'
import { countingIds, FakeClock, RecordingLog } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { shardPath } from './claimShards'
import { ClaimsStore, LEASE_MS } from './claims'

const ORDER = '1234567890123-01'
const PATH = shardPath(ORDER)
/** By then a lease is too short for a write, and is renewed before it. */
const SHORT_MS = LEASE_MS - LONGEST_WRITE_MS

function world() {
  const files = new MemoryFiles()
  files.content.set(PATH, '{"claims":{}}')
  const clock = new FakeClock()
  const log = new RecordingLog()
  const store = new ClaimsStore({ files, clock, log, newId: countingIds('own') })
  return { files, clock, log, store, stored: () => JSON.parse(files.content.get(PATH)!) }
}

describe('a claim that was renewed', () => {
  it('is this request’s until its new lease ends, and is given back past the end of its first', async () => {
    const { store, clock, log, stored } = world()
    await store.hold(ORDER, 0, async (claim) => {
      clock.advance(SHORT_MS)
      expect(await claim.confirm()).toBe(true)
      clock.advance(LEASE_MS - 6_000)
      expect(store.holderOf(ORDER)).toBe('own-1')
    })
    expect(stored()).toEqual({ claims: {} })
    expect(log.warnings).toEqual([])
  })
})

describe('a claim that is given back while it is being renewed', () => {
  /** What the renewal has read is from before it was given back; it goes on while that save is on its way. */
  async function overlapping(work: (claim: HeldClaim) => void) {
    const here = world()
    const { files, store, clock } = here
    const { read, save } = files
    let go = () => {}
    const gate = new Promise<void>((resolve) => (go = resolve))
    await store.hold(ORDER, 0, async (claim) => {
      clock.advance(SHORT_MS)
      files.read = async (path) => {
        files.read = read
        const file = await read.call(files, path)
        await gate
        return file
      }
      files.save = async (...asked) => {
        files.save = save
        go()
        await new Promise(setImmediate)
        return save.apply(files, asked)
      }
      work(claim)
    })
    return here
  }

  it('is not confirmed, and nobody holds the order', async () => {
    let confirming: Promise<boolean> | undefined
    const { stored } = await overlapping((claim) => (confirming = claim.confirm()))
    expect(await confirming).toBe(false)
    expect(stored()).toEqual({ claims: {} })
  })
})
