import { decodeChanges } from './decodeChanges'
import { decodeList } from './decodeList'
import { decodeReceipt } from './decodeReceipt'
import { ianaZone } from './timeZones'

describe('decodeChanges', () => {
  it.each([
    ['no change at all', { requests: [], actions: [] }, false],
    ['a history of successes', { requests: [{ requestId: 'a' }] }, false],
    [
      'one under way',
      { requests: [{ requestId: 'a' }, { requestId: 'b', inProgress: true }] },
      true,
    ],
    ['one that is not finished', { requests: [{ requestId: 'b', finished: false }] }, true],
    ['one that waits', { requests: [{ requestId: 'b', status: 'waiting-confirmation' }] }, true],
    [
      'one that ended',
      { requests: [{ requestId: 'b', status: 'done', inProgress: false }] },
      false,
    ],
    ['one that finished', { requests: [{ finished: true, inProgress: true }] }, false],
    ['a detail alone', { requestId: 'b', status: 'waiting-acknowledgement' }, true],
    ['a plain list', [{ requestId: 'b', inProgress: true }], true],
    ['nothing', null, false],
  ])('%s', (_name, json, inProgress) => {
    expect(decodeChanges(json).inProgress).toBe(inProgress)
  })

  it('names the change that runs', () => {
    expect(decodeChanges({ requests: [{ requestId: 'b', inProgress: true }] }).requestId).toBe('b')
  })
})

describe('decodeList', () => {
  it('keeps ids and dates, and drops rows without an id', () => {
    const list = [
      {
        orderId: 'v1-01',
        status: 'handling',
        creationDate: '2026-02-03T13:20:11+00:00',
        totalValue: 1.0,
      },
      { orderId: null },
      null,
      { orderId: 'v2-01', status: null, creationDate: null },
    ]
    expect(
      decodeList({ list, paging: { total: 31, pages: 2, currentPage: 1, perPage: 25 } })
    ).toEqual({
      rows: [
        {
          orderId: 'v1-01',
          status: 'handling',
          creationDate: '2026-02-03T13:20:11+00:00',
          lastChange: null,
        },
        { orderId: 'v2-01', status: '', creationDate: null, lastChange: null },
      ],
      total: 31,
      pages: 2,
    })
  })

  it('is unreadable without a list', () => {
    expect(() => decodeList({ paging: {} })).toThrow(
      expect.objectContaining({ kind: 'unreadable', operation: 'ListOrders' })
    )
  })
})

describe('decodeReceipt', () => {
  it('reads the triple, whatever of it is missing', () => {
    const receipt = {
      date: '2024-02-08T13:54:33.6868469+00:00',
      orderId: 'v502538llux-01',
      receipt: '535d4581a2a24fd2a2061c61eae91b1e',
    }
    expect(decodeReceipt(receipt)).toEqual({ ...receipt, date: '2024-02-08T13:54:33.686+00:00' })
    expect(decodeReceipt({})).toEqual({ date: null, orderId: null, receipt: null })
  })

  it('is none in an error that came with a 200', () => {
    const error = { code: '1', message: 'An error has occurred', exception: null }
    expect(decodeReceipt({ error })).toBeNull()
    expect(decodeReceipt({ error: 'no' })).toBeNull()
    expect(decodeReceipt({ error: null, receipt: 'a1' })).toMatchObject({ receipt: 'a1' })
  })

  it.each(['', '<html>', null, [], 7])('is none in %p', (json) => {
    expect(decodeReceipt(json)).toBeNull()
  })
})

describe('ianaZone', () => {
  it.each([
    ['E. South America Standard Time', 'America/Sao_Paulo'],
    ['sa pacific standard time', 'America/Bogota'],
    ['America/Fortaleza', 'America/Fortaleza'],
    ['Middle Earth Standard Time', null],
    [null, null],
  ])('%s → %s', (name, zone) => expect(ianaZone(name)).toBe(zone))
})
