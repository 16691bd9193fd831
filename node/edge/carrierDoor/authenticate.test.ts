import { createHmac } from 'node:crypto'
import { hashedSecret, type KeptSecret } from '../../domain/carriers/secret'
import type { Authentication } from '../../domain/connectors/connector'
import { isAuthentic } from './authenticate'

const NEW = 'the-newest-secret-11'
const OLD = 'the-secret-before-22'
const BODY = Buffer.from('{"weight": 614.0,  "name": "Joaquín"}')

const hashed: readonly KeptSecret[] = [hashedSecret(NEW, 'salt-1'), hashedSecret(OLD, 'salt-2')]
const plain: readonly KeptSecret[] = [NEW, OLD].map((secret) => ({ kind: 'PLAIN', secret }))
const signed = (secret: string, encoding: 'hex' | 'base64', body = BODY) =>
  createHmac('sha256', secret).update(body).digest(encoding)
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

const authentic = (
  way: Authentication | readonly Authentication[],
  secrets: readonly KeptSecret[],
  headers: Record<string, string | string[]>,
  body = BODY
) => isAuthentic({ authentication: [way].flat() }, { secrets }, headers, body)

describe('a secret in a header', () => {
  const way: Authentication = { kind: 'SHARED_HEADER', header: 'x-carrier-key' }

  it.each([
    [{ 'x-carrier-key': NEW }, true],
    [{ 'x-carrier-key': OLD }, true],
    [{ 'x-carrier-key': `${NEW} ` }, false],
    [{ 'x-carrier-key': '' }, false],
    [{ authorization: NEW }, false],
    [{}, false],
  ])('%j: %s', (headers: Record<string, string>, is) => {
    expect(authentic(way, hashed, headers)).toBe(is)
  })

  it('is nobody’s where no secret is set, an empty one least of all', () => {
    expect(authentic(way, [], { 'x-carrier-key': '' })).toBe(false)
  })
})

describe.each(['hex', 'base64'] as const)('a signature in %s', (encoding) => {
  const way: Authentication = { kind: 'HMAC', header: 'x-signature', encoding }
  const given = (text: string, body = BODY) => authentic(way, plain, { 'x-signature': text }, body)

  it('is over the bytes as they came, with either secret', () => {
    expect(given(signed(NEW, encoding))).toBe(true)
    expect(given(signed(OLD, encoding))).toBe(true)
    const writtenAnew = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())))
    expect(given(signed(NEW, encoding), writtenAnew)).toBe(false)
  })

  it('is none in the other encoding, with another secret, or empty', () => {
    expect(given(signed(NEW, encoding === 'hex' ? 'base64' : 'hex'))).toBe(false)
    expect(given(signed('a-third-secret-33', encoding))).toBe(false)
    expect(given('')).toBe(false)
  })

  it('cannot be checked by what is kept of a secret that is shown', () => {
    expect(authentic(way, hashed, { 'x-signature': signed(NEW, encoding) })).toBe(false)
  })
})

it('a signature in hex may come in capitals', () => {
  const way: Authentication = { kind: 'HMAC', header: 'X-Signature', encoding: 'hex' }
  const headers = { 'x-signature': signed(NEW, 'hex').toUpperCase() }
  expect(authentic(way, plain, headers)).toBe(true)
})

describe('Basic', () => {
  const pair = 'store:p:ass-word-44'
  const secrets = [hashedSecret(pair, 'salt')]

  it.each([
    [basic(pair), true],
    [basic(pair).replace('Basic', 'basic'), true],
    [basic('store:other'), false],
    [`Bearer ${Buffer.from(pair).toString('base64')}`, false],
    ['Basic ', false],
    ['', false],
  ])('%s: %s', (authorization, is) => {
    expect(authentic({ kind: 'BASIC' }, secrets, { authorization })).toBe(is)
  })
})

it('any one of several ways is enough', () => {
  const ways: readonly Authentication[] = [
    { kind: 'BASIC' },
    { kind: 'SHARED_HEADER', header: 'x-key' },
  ]
  expect(authentic(ways, hashed, { 'x-key': NEW })).toBe(true)
  expect(authentic(ways, hashed, { 'x-other': NEW })).toBe(false)
})
