import {
  carriersApart,
  changedSettings,
  draftOf,
  emptyCarrier,
  inputOf,
  mergeTheirs,
  placed,
  placeOf,
  Settings,
  standing,
  takeTheirs,
} from './settingsModel'

const stored: Settings = {
  version: 'v1',
  defaultCourier: null,
  carriers: [
    { name: 'Correios', urlTemplate: 'https://c/{trackingNumber}', numberPattern: null },
    { name: 'Loggi', urlTemplate: null, numberPattern: 'LG\\d+' },
  ],
  xmlRequired: 'CERTIFIED_MARKETPLACES',
  freightOn: 'LAST_INVOICE',
  noteOnOrder: false,
  batchPace: 5820,
  doorAccepts: ['XML_REQUIRED', 'TRACKING_REPLACES'],
}
const draft = () => draftOf(stored)

test('what is read and saved untouched is the same', () => {
  expect(inputOf(draft(), stored.version)).toEqual(stored)
  expect(changedSettings(draft(), stored)).toEqual([])
})

test('blanks are no change, words are', () => {
  const spaced = draft()
  spaced.carriers[0].name = ' Correios '
  expect(changedSettings(spaced, stored)).toEqual([])
  expect(
    changedSettings({ ...draft(), noteOnOrder: true, defaultCourier: 'Loggi' }, stored)
  ).toEqual(['defaultCourier', 'noteOnOrder'])
})

test('the warnings of the door are the same in whatever order they are named', () => {
  const doorAccepts: Settings['doorAccepts'] = ['TRACKING_REPLACES', 'XML_REQUIRED']
  expect(changedSettings({ ...draft(), doorAccepts }, stored)).toEqual([])
  expect(changedSettings({ ...draft(), doorAccepts: ['XML_REQUIRED'] }, stored)).toEqual([
    'doorAccepts',
  ])
})

test('a removed carrier is not saved, and comes back as it was', () => {
  const removed = draft()
  removed.carriers[0].isRemoved = true
  expect(inputOf(removed, 'v1').carriers.map(({ name }) => name)).toEqual(['Loggi'])
  removed.carriers[0].isRemoved = false
  expect(changedSettings(removed, stored)).toEqual([])
})

describe('somebody saved meanwhile', () => {
  const theirs: Settings = { ...stored, version: 'v2', xmlRequired: 'ALWAYS', noteOnOrder: true }

  test('what only they changed is theirs, what only I changed is mine, what both changed is asked', () => {
    const mine = { ...draft(), xmlRequired: 'NEVER' as const, freightOn: 'FIRST_INVOICE' as const }
    const { merged, conflicts } = mergeTheirs(mine, stored, theirs)
    expect(conflicts).toEqual(['xmlRequired'])
    expect(merged).toMatchObject({
      xmlRequired: 'NEVER',
      freightOn: 'FIRST_INVOICE',
      noteOnOrder: true,
    })
    expect(takeTheirs(merged, theirs, 'xmlRequired').xmlRequired).toBe('ALWAYS')
  })

  test('the same change twice is no conflict', () => {
    expect(mergeTheirs({ ...draft(), xmlRequired: 'ALWAYS' }, stored, theirs).conflicts).toEqual([])
  })
})

test('a problem finds its row among the carriers that are kept', () => {
  const changed = draft()
  changed.carriers = [
    { ...changed.carriers[0], isRemoved: true },
    changed.carriers[1],
    emptyCarrier(),
  ]
  const place = (...field: string[]) => placeOf(['settings', ...field], changed)
  expect(place('carriers', '0', 'urlTemplate')).toEqual({
    key: changed.carriers[1].key,
    name: 'urlTemplate',
  })
  expect(place('carriers', '1')).toEqual({ key: changed.carriers[2].key, name: 'name' })
  expect(place('defaultCourier')).toEqual({ key: null, name: 'defaultCourier' })
  expect(place('carriers')).toEqual({ key: null, name: 'carriers' })
})

describe('a problem of saving', () => {
  const invalid = (...field: string[]) => ({
    code: 'SETTINGS_INVALID',
    severity: 'ERROR' as const,
    field: ['settings', ...field],
    message: '',
    facts: [],
  })

  test('stays at its carrier when another one before it goes', () => {
    const sent = draft()
    const [first, second] = sent.carriers
    const problems = placed([invalid('carriers', '1', 'numberPattern')], sent)
    const now = { ...sent, carriers: [{ ...first, isRemoved: true }, second] }
    expect(standing(problems, now)).toMatchObject([{ key: second.key, name: 'numberPattern' }])
  })

  test('goes as soon as its field is corrected, or its carrier removed', () => {
    const sent = draft()
    const [first, second] = sent.carriers
    const problems = placed([invalid('carriers', '1', 'numberPattern')], sent)
    const corrected = { ...second, numberPattern: 'LG' }
    expect(standing(problems, { ...sent, carriers: [first, corrected] })).toEqual([])
    const removed = { ...second, isRemoved: true }
    expect(standing(problems, { ...sent, carriers: [first, removed] })).toEqual([])
    expect(standing(problems, sent)).toHaveLength(1)
  })

  test('that somebody else saved is no point at a field', () => {
    expect(placed([{ ...invalid('version'), code: 'SETTINGS_CHANGED' }], draft())).toEqual([])
  })
})

test('compared carriers are those that differ in anything, the others are counted', () => {
  const [correios, loggi] = stored.carriers
  const other = { ...loggi, numberPattern: 'LG\\d{6}' }
  expect(carriersApart([correios, loggi], [other, { ...correios, numberPattern: '' }])).toEqual({
    apart: [loggi],
    same: 1,
  })
})
