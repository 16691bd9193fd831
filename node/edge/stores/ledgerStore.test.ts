import { FRESH_LEDGER } from '../../domain/batch/pace'
import { FakeClock } from '../testing/fakes'
import { MemoryFiles } from '../testing/memoryFiles'
import { SEED_SETTLES_MS } from './claimShards'
import { LedgerStore } from './ledger'

const PATH = 'pace.json'

function ledgerOn(files = new MemoryFiles()) {
  const clock = new FakeClock()
  return { files, clock, ledger: new LedgerStore({ files, sleep: (ms) => clock.sleep(ms) }) }
}
const taking = (moments: number) => (ledger: typeof FRESH_LEDGER) => ({
  ledger: { ...ledger, nextAt: ledger.nextAt + moments },
  value: ledger.nextAt,
})

describe('the ledger of slots', () => {
  it('is fresh where nobody has taken any, and looking makes none', async () => {
    const { files, ledger } = ledgerOn()
    expect(await ledger.read()).toEqual(FRESH_LEDGER)
    expect(files.saves).toBe(0)
  })

  it('hands out a moment once, whoever asks', async () => {
    const { files, clock, ledger } = ledgerOn()
    const begunAt = clock.now()
    expect(await ledger.change(taking(10))).toBe(0)
    expect(clock.now() - begunAt).toBe(SEED_SETTLES_MS)
    expect(await ledgerOn(files).ledger.change(taking(5))).toBe(10)
    const both = [ledgerOn(files), ledgerOn(files)].map((one) => one.ledger.change(taking(1)))
    expect((await Promise.all(both)).sort()).toEqual([15, 16])
    expect(await ledger.read()).toEqual({ ...FRESH_LEDGER, nextAt: 17 })
  })

  it.each([
    ['null', FRESH_LEDGER],
    ['"text"', FRESH_LEDGER],
    ['{"nextAt":"soon","pace":60,"cutAt":7}', { ...FRESH_LEDGER, pace: 60, cutAt: 7 }],
    ['{"nextAt":9,"resumeAt":8}', { ...FRESH_LEDGER, nextAt: 9, resumeAt: 8 }],
  ])('goes on with what can be read of it: %s', async (text, read) => {
    const { files, ledger } = ledgerOn()
    files.content.set(PATH, text)
    expect(await ledger.read()).toEqual(read)
    expect(await ledger.change(taking(1))).toBe(read.nextAt)
    expect(await ledger.read()).toEqual({ ...read, nextAt: read.nextAt + 1 })
  })

  it('hands out nothing where VBase hides it: moments would be handed out twice', async () => {
    const { files, ledger } = ledgerOn()
    await ledger.change(taking(10))
    files.hidden.add(PATH)
    await expect(ledger.change(taking(1))).rejects.toMatchObject({
      kind: 'unavailable',
      upstream: 'VBASE',
    })
    files.hidden.clear()
    expect(await ledger.read()).toEqual({ ...FRESH_LEDGER, nextAt: 10 })
  })
})
