import { Fault, isFault, type FaultKind, type Upstream } from './fault'
import { faultProblem } from './faultProblem'

const fault = (kind: FaultKind, upstream: Upstream = 'OMS', more = {}) =>
  new Fault({ kind, upstream, operation: 'Read', ...more })
const told = (...of: Parameters<typeof fault>) => faultProblem(fault(...of), 'ShippingAction')

describe('a fault that changed nothing', () => {
  it.each([
    ['forbidden', 'OMS_FORBIDDEN'],
    ['rateLimited', 'RATE_LIMITED'],
    ['notFound', 'OMS_REJECTED'],
    ['rejected', 'OMS_REJECTED'],
    ['unreadable', 'OMS_UNREADABLE'],
    ['unavailable', 'OMS_UNAVAILABLE'],
    ['unknown', 'OMS_UNAVAILABLE'],
  ] as const)('%s at OMS is %s', (kind, code) => expect(told(kind).code).toBe(code))

  it.each(['forbidden', 'notFound', 'rejected', 'unreadable'] as const)(
    '%s elsewhere is no word of OMS',
    (kind) => expect(told(kind, 'VBASE').code).toBe('OMS_UNAVAILABLE')
  )

  it('names the right that the call needed, and the roles that hold it', () =>
    expect(told('forbidden').facts).toEqual([
      { name: 'right', value: 'Notify invoice (ShippingAction)' },
      { name: 'roles', value: 'OMS - Full access, IntegrationProfile - Fulfillment Oms' },
    ]))

  it('says how long to wait, a minute where OMS does not', () => {
    const wait = (retryAfterSeconds: number | null) =>
      told('rateLimited', 'OMS', { retryAfterSeconds }).facts
    expect(wait(7)).toEqual([{ name: 'retryAfterSeconds', value: '7' }])
    expect(wait(null)).toEqual([{ name: 'retryAfterSeconds', value: '60' }])
  })

  it('repeats OMS’s own words, else its status', () => {
    const words = (more: object) => told('rejected', 'OMS', more).facts.at(-1)?.value
    expect(words({ status: 400, upstreamMessage: 'no such invoice' })).toBe('no such invoice')
    expect(words({ status: 400 })).toBe('status 400')
    expect(words({})).toBe('status unknown')
    expect(told('rejected', 'OMS', { status: 400 }).facts[0]).toEqual({
      name: 'status',
      value: '400',
    })
  })
})

it('a fault is known by its shape, across copies of its module', () => {
  expect(isFault(fault('unknown'))).toBe(true)
  expect(isFault(Object.assign(new Error('x'), { kind: 'unknown', upstream: 'OMS' }))).toBe(true)
  for (const other of [
    new Error('x'),
    Object.assign(new Error('x'), { kind: 'unknown' }),
    Object.assign(new Error('x'), { upstream: 'OMS' }),
    { kind: 'unknown', upstream: 'OMS' },
    null,
  ])
    expect(isFault(other)).toBe(false)
})

it('a fault says where and what, and null for what is not known', () =>
  expect(fault('unknown', 'VBASE')).toMatchObject({
    message: 'VBASE Read: unknown',
    status: null,
    upstreamMessage: null,
    retryAfterSeconds: null,
  }))
