import type { TokenOwner } from './clients/vtexId'
import { ownerOf, type OwnerMemory } from './owners'

const ana: TokenOwner = { user: 'ana@example.com', account: 'storeops' }
const bob: TokenOwner = { user: 'bob@example.com', account: 'other' }
const FIVE_MINUTES_MS = 5 * 60_000

function vtexId(owners: Record<string, TokenOwner>) {
  const asked: string[] = []
  const known = new Map()
  const memory: OwnerMemory = {
    get: (key) => known.get(key),
    set: (key, owner) => Boolean(known.set(key, owner)),
  }
  const ask = async (token: string) => {
    asked.push(token)
    return owners[token] ?? null
  }
  return {
    asked,
    known,
    at: (nowMs: number, token: string) => ownerOf('storeops', token, ask, nowMs, memory),
  }
}

describe('the owner of a token', () => {
  it('is asked once in five minutes, each token for itself', async () => {
    const { asked, at } = vtexId({ 't-ana': ana, 't-bob': bob })
    expect(await at(0, 't-ana')).toEqual(ana)
    expect(await at(FIVE_MINUTES_MS - 1, 't-ana')).toEqual(ana)
    expect(await at(0, 't-bob')).toEqual(bob)
    expect(asked).toEqual(['t-ana', 't-bob'])
    expect(await at(FIVE_MINUTES_MS, 't-ana')).toEqual(ana)
    expect(asked).toEqual(['t-ana', 't-bob', 't-ana'])
  })

  it('is asked again where it was nobody, and no token is kept', async () => {
    const { asked, known, at } = vtexId({ 't-ana': ana })
    expect(await at(0, 'expired')).toBeNull()
    expect(await at(1, 'expired')).toBeNull()
    expect(asked).toEqual(['expired', 'expired'])
    await at(2, 't-ana')
    expect(JSON.stringify([...known])).not.toContain('t-ana')
  })
})
