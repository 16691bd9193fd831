import { hasArrived } from './arrival'
import { isGoodEnd, nextLook, resultState } from './resultModel'

describe('after sending', () => {
  const sent = (outcome: string, shown = false) => ({
    outcome: outcome as any,
    sentAt: 1000,
    retryAt: 136000,
    shown,
  })
  const at = (seconds: number) => 1000 + seconds * 1000

  test.each([
    [0, 3],
    [3, 6],
    [5, 6],
    [12, 24],
    [24, 48],
  ])('%p s after an accepted send the next look is at %p s', (now, next) => {
    expect(nextLook(sent('ACCEPTED'), at(now))).toBe(at(next))
  })
  test('looks end, and end early once the order shows it', () => {
    expect(nextLook(sent('ACCEPTED'), at(48))).toBeNull()
    expect(nextLook(sent('UNKNOWN'), at(48))).toBe(at(96))
    expect(nextLook(sent('UNKNOWN'), at(96))).toBe(at(135))
    expect(nextLook(sent('UNKNOWN'), at(135))).toBeNull()
    expect(nextLook(sent('ACCEPTED', true), at(0))).toBeNull()
    expect(nextLook(sent('APPLIED'), at(0))).toBeNull()
  })
  test.each([
    ['APPLIED', false, 0, 'DONE', true],
    ['ALREADY_APPLIED', false, 0, 'ALREADY', true],
    ['ACCEPTED', false, 47, 'APPLYING', true],
    ['ACCEPTED', false, 48, 'SLOW', true],
    ['ACCEPTED', true, 900, 'DONE', true],
    ['UNKNOWN', false, 134, 'UNKNOWN', false],
    ['UNKNOWN', false, 135, 'MAY_SEND_AGAIN', false],
    ['UNKNOWN', true, 5, 'DONE', true],
    ['REFUSED', false, 0, 'REFUSED', false],
    ['FAILED', false, 0, 'FAILED', false],
  ])('%s, shown %p, after %p s is %s', (outcome, shown, now, state, good) => {
    expect(resultState(sent(outcome, shown), at(now))).toBe(state)
    expect(isGoodEnd(state as any)).toBe(good)
  })
})

describe('hasArrived', () => {
  const stored = {
    invoiceNumber: '1',
    version: 'a',
    type: 'OUTPUT' as const,
    isApplied: true,
    trackingNumber: 'A1',
    courier: 'Correios',
    trackingUrl: null,
    isDelivered: false,
    events: [{ date: '2026-03-03T01:40:00Z', description: 'In transit' }],
  }
  const event = { date: '2026-03-02T22:40:00-03:00', description: 'In transit' }

  test.each([
    [{ operation: 'NOTIFY_INVOICE', invoiceNumber: '1', type: 'OUTPUT' }, true],
    [{ operation: 'NOTIFY_INVOICE', invoiceNumber: ' 1 ', type: 'OUTPUT' }, true],
    [{ operation: 'NOTIFY_INVOICE', invoiceNumber: '1', type: 'INPUT' }, false],
    [{ operation: 'NOTIFY_INVOICE', invoiceNumber: '2', type: 'OUTPUT' }, false],
    [
      { operation: 'NOTIFY_INVOICE', invoiceNumber: '1', type: 'OUTPUT', replacedVersion: 'a' },
      false,
    ],
    [
      { operation: 'NOTIFY_INVOICE', invoiceNumber: '1', type: 'OUTPUT', replacedVersion: 'b' },
      true,
    ],
    [
      { operation: 'UPDATE_PARTIAL_INVOICE', invoiceNumber: '1', change: { trackingNumber: 'A1' } },
      true,
    ],
    [
      {
        operation: 'UPDATE_PARTIAL_INVOICE',
        invoiceNumber: '1',
        change: { trackingNumber: 'a 1' },
      },
      true,
    ],
    [
      {
        operation: 'UPDATE_TRACKING_STATUS',
        invoiceNumber: '1',
        status: { isDelivered: false, events: [{ ...event, description: ' In  transit' }] },
      },
      true,
    ],
    [
      {
        operation: 'UPDATE_TRACKING_STATUS',
        invoiceNumber: '1',
        status: { isDelivered: false, events: [{ ...event, city: 'Cajamar' }] },
      },
      false,
    ],
    [
      { operation: 'UPDATE_PARTIAL_INVOICE', invoiceNumber: '1', change: { courier: 'Loggi' } },
      false,
    ],
    [
      {
        operation: 'UPDATE_TRACKING_STATUS',
        invoiceNumber: '1',
        status: { isDelivered: false, events: [event] },
      },
      true,
    ],
    [
      {
        operation: 'UPDATE_TRACKING_STATUS',
        invoiceNumber: '1',
        status: { isDelivered: true, events: [event] },
      },
      false,
    ],
  ])('%p %p', (awaited, arrived) => {
    expect(hasArrived([stored], awaited as any)).toBe(arrived)
  })

  test('an invoice that VTEX took and does not show yet has not arrived', () => {
    const awaited = { operation: 'NOTIFY_INVOICE', invoiceNumber: '1', type: 'OUTPUT' } as const

    expect(hasArrived([{ ...stored, isApplied: false }], awaited)).toBe(false)
  })
})
