import {
  changesOf,
  chooseCourier,
  draftOf,
  EMPTY_TRACKING,
  enterTracking,
  filledTracking,
  guessAnew,
  isGuessed,
  isOwn,
  leaveNumber,
  openChoice,
  typeTrackingUrl,
} from './trackingDraft'

const CHOICES = {
  carriers: [
    {
      name: 'Loggi',
      urlTemplate: 'https://loggi.example/{trackingNumber}',
      numberPattern: 'LG\\d{6}',
    },
    {
      name: 'Jadlog',
      urlTemplate: 'https://jad.example/{trackingNumber}',
      numberPattern: 'JD\\d{6}',
    },
    { name: 'Jamef', urlTemplate: null, numberPattern: 'J.\\d{6}' },
  ],
  defaultCourier: 'Jamef',
}

test('a number brings carrier and link by itself, as guesses', () => {
  expect(enterTracking(EMPTY_TRACKING, 'LG123456', CHOICES)).toMatchObject({
    courier: 'Loggi',
    courierSource: 'guess',
    trackingUrl: 'https://loggi.example/LG123456',
    trackingUrlSource: 'guess',
  })
})

test('a typed carrier or link is never touched again', () => {
  const carrier = chooseCourier(EMPTY_TRACKING, 'Meu motoboy', CHOICES)

  expect(enterTracking(carrier, 'LG123456', CHOICES)).toMatchObject({
    courier: 'Meu motoboy',
    trackingUrl: '',
  })
  const link = typeTrackingUrl(EMPTY_TRACKING, 'https://mine.example/1')

  expect(enterTracking(link, 'LG123456', CHOICES).trackingUrl).toBe('https://mine.example/1')
})

test('two fits are both offered and none is chosen', () => {
  const draft = enterTracking(EMPTY_TRACKING, 'JD123456', CHOICES)

  expect(draft.courier).toBe('')
  expect(openChoice(draft, CHOICES).map((fit) => fit.courier)).toEqual(['Jadlog', 'Jamef'])
  expect(openChoice(chooseCourier(draft, 'Jadlog', CHOICES), CHOICES)).toEqual([])
})

test('a pasted link says which of two that fit it is', () => {
  const draft = enterTracking(EMPTY_TRACKING, 'https://jad.example/JD123456', CHOICES)

  expect(draft).toMatchObject({ trackingNumber: 'JD123456', courier: 'Jadlog' })
  expect(openChoice(draft, CHOICES)).toEqual([])
})

test('where the number of a stored carrier changes, those that fit the new one are offered', () => {
  const stored = draftOf({ trackingNumber: 'LG123456', courier: 'Loggi', trackingUrl: null })
  const other = enterTracking(stored, 'JD123456', CHOICES)

  expect(openChoice(other, CHOICES, 'LG123456').map((fit) => fit.courier)).toEqual([
    'Jadlog',
    'Jamef',
  ])
  expect(openChoice({ ...other, courier: 'Jamef' }, CHOICES, 'LG123456')).toEqual([])
  expect(openChoice(other, CHOICES, 'JD123456')).toEqual([])
})

test('a link without a number in it says so, until something else is entered', () => {
  const stored = draftOf({ trackingNumber: 'LG123456', courier: 'Loggi', trackingUrl: null })
  const alone = enterTracking(stored, 'https://x.example/9', CHOICES)

  expect(alone).toMatchObject({ trackingNumber: 'LG123456', isLinkAlone: true })
  expect(enterTracking(alone, 'LG999999', CHOICES).isLinkAlone).toBe(false)
  expect(enterTracking(alone, 'https://loggi.example/LG1', CHOICES).isLinkAlone).toBe(false)
  expect(typeTrackingUrl(alone, 'https://y.example').isLinkAlone).toBe(false)
})

describe('a number as people paste it', () => {
  test.each([
    ['LG 123 456', 'LG123456'],
    ['lg123456', 'LG123456'],
    ['LG123456\u200b', 'LG123456'],
    ['\ufeffLG\u00a0123\u2060456 ', 'LG123456'],
  ])('%j is one that is recognised: it goes out compact, and so does its link', (text, number) => {
    const draft = enterTracking(EMPTY_TRACKING, text, CHOICES)

    expect(filledTracking(draft)).toEqual({
      trackingNumber: number,
      courier: 'Loggi',
      trackingUrl: `https://loggi.example/${number}`,
    })
    expect(leaveNumber(draft).trackingNumber).toBe(number)
    expect(leaveNumber(leaveNumber(draft))).toEqual(leaveNumber(draft))
  })

  test('one that is not recognised keeps its words and its case, and no sign that nobody sees', () => {
    const draft = enterTracking(EMPTY_TRACKING, ' Box 7\u200b of 9 ', CHOICES)

    expect(leaveNumber(draft).trackingNumber).toBe('Box 7 of 9')
    expect(filledTracking(draft).trackingNumber).toBe('Box 7 of 9')
  })

  test('while it is typed it stands as typed', () => {
    expect(enterTracking(EMPTY_TRACKING, 'LG 123 456', CHOICES).trackingNumber).toBe('LG 123 456')
  })

  test('a link is made of the compact number, whoever chose the carrier', () => {
    const draft = enterTracking(EMPTY_TRACKING, 'AB 12\u200b34', CHOICES)

    expect(chooseCourier(draft, 'Jadlog', CHOICES).trackingUrl).toBe('https://jad.example/AB1234')
  })

  test('several lines go as they are, so that the answer says why they cannot', () => {
    const draft = enterTracking(EMPTY_TRACKING, 'LG123456\nLG123457', {
      carriers: CHOICES.carriers,
    })

    expect(draft).toMatchObject({ courier: '', trackingUrl: '' })
    expect(filledTracking(leaveNumber(draft))).toEqual({ trackingNumber: 'LG123456\nLG123457' })
  })

  test('the stored number written otherwise is no change', () => {
    const stored = { trackingNumber: 'LG111111', courier: 'Loggi', trackingUrl: null }
    const draft = { ...draftOf(stored), trackingNumber: ' lg 111\u200b111' }

    expect(changesOf(stored, draft)).toEqual({})
  })
})

test('an unknown number takes the default carrier, and no number takes it away again', () => {
  const draft = enterTracking(EMPTY_TRACKING, '42', CHOICES)

  expect(draft).toMatchObject({ courier: 'Jamef', courierSource: 'default' })
  expect(enterTracking(draft, '', CHOICES)).toMatchObject({ courier: '', courierSource: 'none' })
})

test('a pasted link gives number and carrier, or stays a link', () => {
  expect(enterTracking(EMPTY_TRACKING, ' https://loggi.example/LG123456 ', CHOICES)).toMatchObject({
    trackingNumber: 'LG123456',
    courier: 'Loggi',
    trackingUrl: 'https://loggi.example/LG123456',
  })
  expect(enterTracking(EMPTY_TRACKING, 'https://x.example/9', CHOICES)).toMatchObject({
    trackingNumber: '',
    courier: '',
    trackingUrl: 'https://x.example/9',
  })
})

describe('changesOf', () => {
  const stored = { trackingNumber: 'LG111111', courier: 'Loggi', trackingUrl: null }

  test('sends nothing where nothing changed', () => {
    expect(changesOf(stored, draftOf(stored))).toEqual({})
  })
  test('sends the changed field alone', () => {
    expect(changesOf(stored, chooseCourier(draftOf(stored), 'Jadlog', { carriers: [] }))).toEqual({
      courier: 'Jadlog',
    })
  })
  test('sends an emptied field as empty text', () => {
    expect(changesOf(stored, { ...draftOf(stored), courier: '' })).toEqual({ courier: '' })
  })
  test('a new number replaces the link that belonged to the old one', () => {
    const held = { ...stored, trackingUrl: 'https://loggi.example/LG111111' }

    expect(changesOf(held, enterTracking(draftOf(held), 'LG222222', CHOICES))).toEqual({
      trackingNumber: 'LG222222',
      trackingUrl: 'https://loggi.example/LG222222',
    })
  })
})

test.each([
  ['nothing', EMPTY_TRACKING, false, false],
  ['a guess', enterTracking(EMPTY_TRACKING, 'LG123456', CHOICES), false, true],
  ['the default', enterTracking(EMPTY_TRACKING, '42', CHOICES), false, true],
  ['a typed carrier', chooseCourier(EMPTY_TRACKING, 'Loggi', CHOICES), true, false],
  ['a pasted link', enterTracking(EMPTY_TRACKING, 'https://x.example/9', CHOICES), true, false],
  ['a dispatch date', { ...EMPTY_TRACKING, dispatched: '2026-03-01T10:00' }, true, false],
])('%s', (_name, draft, own, guessed) => {
  expect([isOwn(draft), isGuessed(draft)]).toEqual([own, guessed])
})

test('the invoice form sends filled fields only', () => {
  expect(filledTracking(EMPTY_TRACKING)).toEqual({})
  expect(filledTracking({ ...EMPTY_TRACKING, trackingNumber: ' A1 ' })).toEqual({
    trackingNumber: 'A1',
  })
})

describe('what was entered before the carriers of the store were known', () => {
  const UNKNOWN = { carriers: [], defaultCourier: null }
  const ENTRIES = [
    'LG123456',
    'lg 123 456',
    'JD123456',
    'AA123456785BR',
    'Box 7 of 9',
    'https://loggi.example/LG123456',
    'https://jad.example/JD123456',
    'https://x.example/9',
    '',
  ]

  test.each(ENTRIES)('%j is then the same as entered after', (text) => {
    const before = enterTracking(EMPTY_TRACKING, text, UNKNOWN)

    expect(guessAnew(before, CHOICES)).toMatchObject(enterTracking(EMPTY_TRACKING, text, CHOICES))
  })

  test.each(ENTRIES)('%j keeps what the person chose besides', (text) => {
    const chosen = chooseCourier(enterTracking(EMPTY_TRACKING, text, UNKNOWN), 'Mine', UNKNOWN)
    const linked = typeTrackingUrl(chosen, 'https://mine.example/1')

    expect(guessAnew(linked, CHOICES)).toMatchObject({
      trackingNumber: chosen.trackingNumber,
      courier: 'Mine',
      trackingUrl: 'https://mine.example/1',
    })
  })

  test('the stored number keeps its stored carrier, and none where none is stored', () => {
    for (const courier of ['Jamef', null]) {
      const stored = draftOf({ trackingNumber: 'LG123456', courier, trackingUrl: null })

      expect(guessAnew(stored, CHOICES, 'LG123456')).toBe(stored)
      const other = enterTracking(stored, 'LG999999', UNKNOWN)

      expect(guessAnew(other, CHOICES, 'LG123456').courier).toBe('Loggi')
    }
  })
})
