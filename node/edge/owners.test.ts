import { inspect } from 'node:util'
import type { TokenOwner } from './clients/vtexId'
import { ownerMemory, ownerOf } from './owners'
import { FakeClock } from './testing/fakes'

const ana: TokenOwner = { user: 'ana@example.com', account: 'storeops' }
const bob: TokenOwner = { user: 'bob@example.com', account: 'other' }
const FIVE_MINUTES_MS = 5 * 60_000

function vtexId(owners: Record<string, TokenOwner>) {
  const asked: string[] = []
  const clock = new FakeClock()
  const memory = ownerMemory(clock)
  const ask = async (token: string) => {
    asked.push(token)
    return owners[token] ?? null
  }
  return {
    asked,
    clock,
    memory,
    of: (token: string) => ownerOf('storeops', token, ask, memory),
  }
}

describe('the owner of a token', () => {
  it('is asked once in five minutes, each token for itself', async () => {
    const { asked, clock, of } = vtexId({ 't-ana': ana, 't-bob': bob })
    expect(await of('t-ana')).toEqual(ana)
    clock.advance(FIVE_MINUTES_MS - 1)
    expect(await of('t-ana')).toEqual(ana)
    expect(await of('t-bob')).toEqual(bob)
    expect(asked).toEqual(['t-ana', 't-bob'])
    clock.advance(1)
    expect(await of('t-ana')).toEqual(ana)
    expect(asked).toEqual(['t-ana', 't-bob', 't-ana'])
  })

  it('is asked again where it was nobody, and no token is kept', async () => {
    const { asked, memory, of } = vtexId({ 't-ana': ana })
    expect(await of('expired')).toBeNull()
    expect(await of('expired')).toBeNull()
    expect(asked).toEqual(['expired', 'expired'])
    await of('t-ana')
    expect(memory.size).toBe(1)
    expect(inspect(memory, { depth: 9 })).not.toContain('t-ana')
  })
})
