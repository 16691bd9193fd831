import { doorChoices, offeredWith, ticked } from './doorChoices'
import type { Settings } from './settingsModel'

// Of a service that is newer than this panel.
const NEWER = 'CONNECTOR_AWAY' as const
const newest: Settings['doorAccepts'] = ['XML_REQUIRED', NEWER]

test('a box that is ticked and unticked leaves all others as they were', () => {
  for (const code of doorChoices) {
    const before = doorChoices.filter((one) => one !== code)
    expect(ticked(before, code, true)).toEqual(doorChoices)
    expect(ticked(doorChoices, code, false)).toEqual(before)
    expect(ticked(before, code, false)).toEqual(before)
  }
})

test('they are chosen in the order of the boxes, whichever was ticked first', () => {
  const last = ticked([], 'XML_WRONG_TYPE', true)
  expect(ticked(last, 'VALUE_NOT_ITEMS', true)).toEqual(['VALUE_NOT_ITEMS', 'XML_WRONG_TYPE'])
})

test('what this panel does not know stays chosen, and can be taken away', () => {
  expect(offeredWith(newest)).toEqual([...doorChoices, NEWER])
  expect(ticked(newest, 'XML_REQUIRED', false)).toEqual([NEWER])
  expect(ticked(newest, NEWER, false)).toEqual(['XML_REQUIRED'])
  expect(offeredWith(['XML_REQUIRED'])).toEqual(doorChoices)
})
