import type { RowEnd } from '../../../shared/sending/tickedRun'
import { canBeMarked, endShown } from './parcelRows'

const onItsWay: Parameters<typeof canBeMarked>[0] = {
  type: 'OUTPUT',
  isDelivered: false,
  trackingNumber: 'LG1',
  allowedActions: ['UPDATE_TRACKING_STATUS'],
}
const unknown: RowEnd = {
  kind: 'notStarted',
  problems: [],
  failure: null,
  isUnknown: true,
  done: 0,
  of: 1,
}

test.each([
  [{}, true],
  [{ isDelivered: true }, false],
  [{ trackingNumber: null }, false],
  [{ type: 'INPUT' as const }, false],
  [{ allowedActions: [] }, false],
])('a package that differs by %j can be marked: %s', (more, may) => {
  expect(canBeMarked({ ...onItsWay, ...more })).toBe(may)
})

test('what nobody knew, or VTEX had only taken, is a delivery once the order shows it', () => {
  expect(endShown(unknown, { isDelivered: true })).toEqual({ kind: 'started' })
  expect(endShown({ kind: 'applying' }, { isDelivered: true })).toEqual({ kind: 'started' })
  expect(endShown(unknown, { isDelivered: false })).toBe(unknown)
})

test('what was refused, and what had been delivered before, stay said as they are', () => {
  const refused = { ...unknown, isUnknown: false }

  expect(endShown(refused, { isDelivered: true })).toBe(refused)
  expect(endShown({ kind: 'already' }, { isDelivered: true })).toEqual({ kind: 'already' })
  expect(endShown(undefined, { isDelivered: true })).toBeNull()
})
