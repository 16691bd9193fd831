import { makeSecret } from './makeSecret'

const byHeader = { proofs: [{ kind: 'SHARED_HEADER' as const, header: 'x-carrier-key' }] }
const byUser = { proofs: [{ kind: 'BASIC' as const, header: null }, ...byHeader.proofs] }

/** Gives these bytes, then zeros. */
const given = (...bytes: number[]) => {
  const left = [...bytes]
  return (room: Uint8Array) => room.map(() => left.shift() || 0)
}

test('is as long as it is to be, of signs that nobody takes for others', () => {
  expect(makeSecret(byHeader, given())).toBe('a'.repeat(32))
  expect(makeSecret(byHeader, given(1, 2, 55, 56))).toMatch(/^bc9a/)
})

test('bytes that would make some signs likelier are left out, and made up for', () => {
  const high = Array.from({ length: 64 }, () => 224)
  expect(makeSecret(byHeader, given(...high, 1))).toBe(`b${'a'.repeat(31)}`)
  expect(makeSecret(byHeader, given(223, 255, 1))).toMatch(/^9b/)
})

test('holds user and password where the sender may prove itself by both', () => {
  expect(makeSecret(byUser, given())).toBe(`vtex:${'a'.repeat(32)}`)
})

test('two are never alike', () => {
  const random = (room: Uint8Array) => room.map(() => Math.floor(Math.random() * 256))
  const made = Array.from({ length: 50 }, () => makeSecret(byHeader, random))
  expect(new Set(made).size).toBe(50)
})
