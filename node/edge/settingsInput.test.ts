import type { SettingsInput } from './generated/schema'
import { settingsFrom } from './settingsInput'

const valid: SettingsInput = {
  version: '1',
  defaultCourier: '  Jadlog ',
  carriers: [
    {
      name: ' Jadlog ',
      urlTemplate: 'https://example.com/{trackingNumber}?a=1',
      numberPattern: '^\\d{14}$',
    },
    { name: 'Own van', urlTemplate: '', numberPattern: null },
  ],
  xmlRequired: 'ALWAYS',
  freightOn: 'FIRST_INVOICE',
  noteOnOrder: true,
  batchPace: 600,
  doorAccepts: ['TRACKING_REPLACES', 'XML_REQUIRED', 'XML_REQUIRED'],
}

function problemsOf(change: Partial<SettingsInput>) {
  const read = settingsFrom({ ...valid, ...change })
  return 'valid' in read ? [] : read.problems.map(({ code, field }) => [code, field.join('.')])
}
const carriers = (...given: SettingsInput['carriers'][number][]) => problemsOf({ carriers: given })
const INVALID = 'SETTINGS_INVALID'

describe('settings to save', () => {
  it('are trimmed, and blank text is no text', () => {
    expect(settingsFrom(valid)).toEqual({
      valid: {
        defaultCourier: 'Jadlog',
        carriers: [
          {
            name: 'Jadlog',
            urlTemplate: 'https://example.com/{trackingNumber}?a=1',
            numberPattern: '^\\d{14}$',
          },
          { name: 'Own van', urlTemplate: null, numberPattern: null },
        ],
        xmlRequired: 'ALWAYS',
        freightOn: 'FIRST_INVOICE',
        noteOnOrder: true,
        batchPace: 600,
        doorAccepts: ['XML_REQUIRED', 'TRACKING_REPLACES'],
      },
    })
  })

  it('leave the pace of batches as it is where a caller does not name one', () => {
    const { batchPace: _batchPace, ...older } = valid
    for (const input of [older, { ...valid, batchPace: null }])
      expect(settingsFrom(input)).toMatchObject({ valid: { batchPace: null } })
  })

  it('keep the pace of batches within what leaves people room, and above standing still', () => {
    expect([60, 5_820].flatMap((batchPace) => problemsOf({ batchPace }))).toEqual([])
    for (const batchPace of [-1, 0, 59, 5_821])
      expect(problemsOf({ batchPace })).toEqual([[INVALID, 'settings.batchPace']])
  })

  it('leave the warnings that the door takes as they are where a caller names none', () => {
    const { doorAccepts: _doorAccepts, ...older } = valid
    for (const input of [older, { ...valid, doorAccepts: null }])
      expect(settingsFrom(input)).toMatchObject({ valid: { doorAccepts: null } })
    expect(settingsFrom({ ...valid, doorAccepts: [] })).toMatchObject({
      valid: { doorAccepts: [] },
    })
  })

  it('let the door take nothing by itself that cannot be undone, and say how a call takes it', () => {
    const read = settingsFrom({
      ...valid,
      doorAccepts: ['XML_REQUIRED', 'RETURN_TRIGGERS_REFUND', 'REPLACE_MAY_COUNT_TWICE', 'LATE'],
    })
    const found = 'valid' in read ? [] : read.problems
    expect(found.map(({ field, message }) => [field.join('.'), message])).toEqual([
      ['settings.doorAccepts.1', expect.stringContaining('?accept=RETURN_TRIGGERS_REFUND')],
      ['settings.doorAccepts.2', expect.stringContaining('?accept=REPLACE_MAY_COUNT_TWICE')],
      ['settings.doorAccepts.3', expect.stringContaining('may take VALUE_NOT_ITEMS')],
    ])
  })

  it('need a name for each carrier, once', () => {
    expect(carriers({ name: ' ' })).toEqual([[INVALID, 'settings.carriers.0.name']])
    expect(carriers({ name: 'Jadlog' }, { name: 'JADLOG ' })).toEqual([
      [INVALID, 'settings.carriers.1.name'],
    ])
  })

  it.each([
    'ftp://example.com/{trackingNumber}',
    'javascript:alert(1)//{trackingNumber}',
    'https://user:secret@example.com/{trackingNumber}',
    '{trackingNumber}',
    `https://example.com/${'a'.repeat(500)}`,
  ])('refuse the link %s', (urlTemplate) => {
    expect(carriers({ name: 'A', urlTemplate })).toEqual([
      [INVALID, 'settings.carriers.0.urlTemplate'],
    ])
  })

  it.each([
    '(',
    '(?=A)B',
    '(?<n>A)',
    '(A)\\1',
    '\\bA',
    '\\u0041',
    'A{3,1}',
    'A**',
    'A'.repeat(201),
  ])('refuse the number pattern %s', (numberPattern) => {
    expect(carriers({ name: 'A', numberPattern })).toEqual([
      [INVALID, 'settings.carriers.0.numberPattern'],
    ])
  })

  it.each(['^\\d{14}$', '[A-Z]{2}\\d{9}[A-Z]{2}', 'LG(?:-|\\.)?\\w{6,10}', '(A+)+B'])(
    'take the number pattern %s',
    (numberPattern) => {
      expect(carriers({ name: 'A', numberPattern })).toEqual([])
    }
  )

  it('say which carrier it is about, by its place where it has no name', () => {
    const read = settingsFrom({
      ...valid,
      carriers: [
        { name: ' Loggi ', numberPattern: '(' },
        { name: '', numberPattern: null },
      ],
    })
    const facts = 'valid' in read ? [] : read.problems.map((problem) => problem.facts)
    expect(facts).toEqual([
      [
        { name: 'problem', value: expect.stringMatching(/\(carrier Loggi\)$/) },
        { name: 'carrier', value: 'Loggi' },
      ],
      [
        { name: 'problem', value: 'a carrier needs a name (carrier no. 2)' },
        { name: 'carrier', value: 'no. 2' },
      ],
    ])
  })

  it('say one problem for each setting that is wrong', () => {
    expect(problemsOf({ defaultCourier: 'a'.repeat(101), carriers: [{ name: '' }] })).toEqual([
      [INVALID, 'settings.defaultCourier'],
      [INVALID, 'settings.carriers.0.name'],
    ])
  })
})
