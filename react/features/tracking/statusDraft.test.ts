import {
  emptyRow,
  isBlank,
  isKnown,
  leftAfterSend,
  rowsOfPasted,
  statusAction,
  statusInput,
  suggestedDelivery,
} from './statusDraft'

/** São Paulo without summer time. */
const zone = {
  toInstant: (local: string) =>
    /^\d{4}-\d\d-\d\dT/.test(local) ? `${local.slice(0, 16)}:00-03:00` : null,
  toLocal: (instant: string) =>
    new Date(Date.parse(instant) - 3 * 3600000).toISOString().slice(0, 16),
}
const stored = {
  isDelivered: false,
  deliveredDate: null,
  events: [
    { date: '2026-03-03T01:40:00Z', description: 'In transit', city: 'Cajamar', state: 'SP' },
  ],
}
const row = {
  ...emptyRow(),
  when: '2026-03-02T22:40',
  description: 'In transit ',
  city: 'Cajamar',
  state: 'SP',
}

test('an event is known by instant, words and place, however the instant is written', () => {
  expect(isKnown(row, stored.events, zone)).toBe(true)
  expect(isKnown({ ...row, city: 'Osasco' }, stored.events, zone)).toBe(false)
  expect(isKnown({ ...row, when: '2026-03-02T22:41' }, stored.events, zone)).toBe(false)
  expect(isKnown({ ...row, when: '' }, [{ description: 'In transit ' }], zone)).toBe(false)
})

test('a pasted list leaves known events out and counts them', () => {
  const base = { hasOffset: false, description: 'In transit', city: 'Cajamar', state: 'SP' }
  const pasted = rowsOfPasted(
    [
      { ...base, when: '2026-03-02T22:40' },
      { ...base, when: '2026-03-03T12:12:00Z', hasOffset: true },
    ],
    stored.events,
    [],
    zone
  )

  expect(pasted).toMatchObject({ read: 2, known: 1, rows: [{ when: '2026-03-03T09:12' }] })
})

test('a line without seconds is the event of its minute, one with seconds is not', () => {
  const held = [
    { date: '2026-03-02T22:40:28.105-03:00', description: 'Out', city: null, state: null },
  ]
  const event = { hasOffset: false, description: 'Out', city: '', state: '' }
  const knownAt = (when: string) => rowsOfPasted([{ ...event, when }], held, [], zone).known

  expect(knownAt('2026-03-02T22:40')).toBe(1)
  expect(knownAt('2026-03-02T22:41')).toBe(0)
  expect(knownAt('2026-03-02T22:40:29')).toBe(0)
})

test('an event pasted twice, or typed already, makes no second row', () => {
  const event = {
    hasOffset: false,
    description: 'Out',
    city: '',
    state: '',
    when: '2026-03-04T08:00',
  }
  const once = rowsOfPasted([event, { ...event }], stored.events, [], zone)

  expect(once).toMatchObject({ read: 2, known: 1 })
  expect(once.rows).toHaveLength(1)
  expect(rowsOfPasted([event], stored.events, once.rows, zone)).toMatchObject({
    known: 1,
    rows: [],
  })
  const other = rowsOfPasted([{ ...event, city: 'Cajamar' }], stored.events, once.rows, zone)

  expect(other.rows).toHaveLength(1)
})

test('a pasted moment keeps its seconds, so that a known event is known', () => {
  const event = {
    when: '2026-03-03T01:40:13Z',
    hasOffset: true,
    description: 'Out',
    city: '',
    state: '',
  }
  const held = [{ date: '2026-03-02T22:40:13-03:00', description: 'Out', city: null, state: null }]

  expect(rowsOfPasted([event], held, [], zone).known).toBe(1)
  expect(rowsOfPasted([{ ...event, when: '2026-03-03T01:40:14Z' }], held, [], zone).known).toBe(0)
})

describe('suggestedDelivery', () => {
  const draft = { rows: [], isDelivered: true, delivered: '', pasted: '' }

  test('is now, whatever was scanned before, as the service does it', () => {
    expect(suggestedDelivery(draft, stored, zone)).toEqual({ local: '', from: 'NOW' })
    expect(statusInput(draft, stored, zone).deliveredDate).toBeUndefined()
  })
  test.each([
    ['Objeto entregue ao destinatário', true],
    ['Delivered', true],
    ['Paquete entregado', true],
    ['Out for delivery', false],
    ['Saiu para entrega ao destinatário', false],
    ['Not delivered, nobody home', false],
    ['Objeto não entregue', false],
    ['No entregado', false],
    ['Entregue à transportadora', false],
    ['Delivered to carrier', false],
  ])('a newest event "%s" is the delivery: %p', (description, isDelivery) => {
    const events = [...stored.events, { date: '2026-03-04T11:00:00-03:00', description }]
    const suggestion = suggestedDelivery(draft, { ...stored, events }, zone)

    expect(suggestion.from).toBe(isDelivery ? 'EVENT' : 'NOW')
    expect(statusInput(draft, { ...stored, events }, zone).deliveredDate).toBe(
      isDelivery ? '2026-03-04T11:00:00-03:00' : undefined
    )
  })
  test('a delivery that something came after is none', () => {
    const events = [{ date: '2026-03-01T11:00:00-03:00', description: 'Delivered' }]

    expect(
      suggestedDelivery(draft, { ...stored, events: [...events, ...stored.events] }, zone).from
    ).toBe('NOW')
  })
  test('is the newest event that goes out with it', () => {
    expect(
      suggestedDelivery({ ...draft, rows: [{ ...row, when: '2026-03-04T08:00' }] }, stored, zone)
        .local
    ).toBe('2026-03-04T08:00')
  })
  test('is now where there is none, and what is stored where it is delivered', () => {
    expect(suggestedDelivery(draft, { ...stored, events: [] }, zone).from).toBe('NOW')
    expect(
      suggestedDelivery(
        draft,
        { ...stored, isDelivered: true, deliveredDate: '2026-03-05T12:00:00Z' },
        zone
      )
    ).toEqual({ local: '2026-03-05T09:00', from: 'STORED' })
  })
})

describe('statusInput', () => {
  test('blank rows are not sent, texts are trimmed, empty places left out', () => {
    expect(
      statusInput(
        {
          rows: [emptyRow(), { ...row, city: ' ', state: '' }],
          isDelivered: false,
          delivered: '',
          pasted: '',
        },
        stored,
        zone
      )
    ).toEqual({
      isDelivered: false,
      events: [
        {
          date: '2026-03-02T22:40:00-03:00',
          description: 'In transit',
          city: undefined,
          state: undefined,
        },
      ],
    })
  })
  test('a delivery date left empty is left to the service', () => {
    expect(
      statusInput({ rows: [], isDelivered: true, delivered: '', pasted: '' }, stored, zone)
    ).toEqual({
      isDelivered: true,
    })
  })
  test('events added to a delivered parcel keep the delivery as stored', () => {
    const delivered = { ...stored, isDelivered: true, deliveredDate: '2026-03-05T12:00:00Z' }

    expect(
      statusInput({ rows: [row], isDelivered: true, delivered: '', pasted: '' }, delivered, zone)
    ).toMatchObject({
      isDelivered: true,
      deliveredDate: '2026-03-05T12:00:00Z',
    })
  })
  test('what is no date goes as typed', () => {
    expect(
      statusInput(
        { rows: [{ ...row, when: 'soon' }], isDelivered: false, delivered: '', pasted: '' },
        stored,
        zone
      ).events
    ).toMatchObject([{ date: 'soon' }])
  })
})

test.each([
  [[row], false, false, 'ADD'],
  [[row], true, false, 'ADD_AND_DELIVER'],
  [[], true, false, 'DELIVER'],
  [[], false, true, 'TAKE_BACK'],
  [[row], false, true, 'ADD_AND_TAKE_BACK'],
  [[row], true, true, 'ADD'],
  [[], true, true, 'CORRECT'],
])('%# %p %p %p', (rows, isDelivered, was, action) => {
  expect(
    statusAction({ rows, isDelivered, delivered: '', pasted: '' }, { ...stored, isDelivered: was })
  ).toBe(action)
})

test('lines that could not be read stay when the rows are sent', () => {
  const sent = { rows: [row], isDelivered: true, delivered: '2026-03-03T10:15', pasted: 'no date' }

  expect(leftAfterSend({ ...sent, pasted: ' \n' })).toBeNull()
  expect(leftAfterSend(sent)).toMatchObject({ isDelivered: true, delivered: '', pasted: 'no date' })
  expect(leftAfterSend(sent)!.rows.every(isBlank)).toBe(true)
})
