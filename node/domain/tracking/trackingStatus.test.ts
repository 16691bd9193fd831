import type { TrackingStatusCommand } from '../invoice/command'
import type { TrackingIntent } from '../journal/intent'
import type { CourierStatus, TrackingEvent } from '../order/order'
import { moment, somePackage } from '../testing/someOrder'
import { decideTrackingStatus, sameDeliveryDate, showsSent, showsStatus } from './trackingStatus'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const at = (time: string) => moment(`2026-03-10T${time}Z`)

const event = (time: string, description = time) => ({
  date: at(time),
  description,
  city: null,
  state: null,
})
const shown = (time: string): TrackingEvent => ({ ...event(time), dateText: at(time) })
const parcel = (status: Partial<CourierStatus> | null = null) =>
  somePackage({
    trackingNumber: 'AA1',
    courierStatus: status && {
      status: null,
      finished: false,
      deliveredDate: null,
      events: [],
      ...status,
    },
  })
const command = (changes: Partial<TrackingStatusCommand> = {}): TrackingStatusCommand => ({
  isDelivered: false,
  deliveredDate: null,
  events: [],
  ...changes,
})
const someSent = (changes: Partial<TrackingIntent> = {}): TrackingIntent => ({
  id: 't',
  invoiceNumber: 'NF-1',
  sentAt: at('11:00:00'),
  actor: 'ana',
  state: 'ACCEPTED',
  isDelivered: false,
  deliveredDate: null,
  events: [],
  fresh: [],
  ...changes,
})
const decide = (
  of: ReturnType<typeof parcel>,
  asked: Partial<TrackingStatusCommand>,
  underWay: readonly TrackingIntent[] = []
) => decideTrackingStatus(of, underWay, null, command(asked), NOW)
const codes = (of: ReturnType<typeof decide>) => of.problems.map(({ code }) => code)

const delivered = (deliveredDate: string | null, ...times: string[]) =>
  parcel({
    finished: true,
    deliveredDate: deliveredDate === null ? null : at(deliveredDate),
    events: times.map(shown),
  })

describe('an event that cannot be used', () => {
  const read = (changes: object) =>
    decide(parcel(), { events: [event('09:00:00'), { ...event('10:00:00'), ...changes }] })
  const field = (name: string) => ['status', 'events', '1', name]

  it.each([
    ['without a date', { date: null }, 'DATE_INVALID', 'date'],
    ['with an absent date', { date: undefined }, 'DATE_INVALID', 'date'],
    ['with a date that is none', { date: 'soon' }, 'DATE_INVALID', 'date'],
    ['without words', { description: ' ' }, 'TRACKING_EMPTY', 'description'],
    ['with too many words', { description: 'x'.repeat(100_000) }, 'TEXT_TOO_LONG', 'description'],
    ['with a city that is too long', { city: 'x'.repeat(100_000) }, 'TEXT_TOO_LONG', 'city'],
    ['with a state that is too long', { state: 'x'.repeat(100_000) }, 'TEXT_TOO_LONG', 'state'],
  ])('is refused %s, with its field, and does not go out', (_, changes, code, name) => {
    const { problems, status } = read(changes)
    expect(problems).toMatchObject([{ code, field: field(name) }])
    expect(status.events).toEqual([event('09:00:00')])
  })

  it('is no known one: its refusal stands alone', () =>
    expect(codes(decide(parcel(), { events: [{ ...event('10:00:00'), date: null }] }))).toEqual([
      'DATE_INVALID',
    ]))

  it('takes no delivery back as old news, nor is it told that all is known', () => {
    const of = delivered('09:00:00', '09:00:00')
    const { problems } = decide(of, { events: [event('09:00:00'), event('10:00:00', '')] })
    expect(problems.map(({ code }) => code)).toEqual(['TRACKING_EMPTY', 'DELIVERED_ALREADY'])
  })
})

describe('a tracking status', () => {
  it('is refused where the invoice has no tracking number', () =>
    expect(
      decideTrackingStatus(somePackage(), [], null, command({ events: [event('09:00:00')] }), NOW)
        .problems
    ).toMatchObject([{ code: 'TRACKING_NUMBER_MISSING', field: ['invoiceNumber'] }]))

  it('of events that are all there says so', () => {
    const of = parcel({ events: [shown('09:00:00')] })
    const decision = decide(of, { events: [event('09:00:00')] })
    expect(decision).toMatchObject({
      isKnown: true,
      problems: [{ code: 'EVENTS_ALL_KNOWN', field: ['status', 'events'] }],
    })
  })

  it('of nothing at all is known, and nothing is said', () =>
    expect(decide(parcel(), {})).toMatchObject({
      isKnown: true,
      problems: [],
      summary: 'no change',
    }))

  it('takes a delivery back only with acceptance, and names its date', () => {
    expect(decide(delivered('09:00:00'), {}).problems).toMatchObject([
      {
        code: 'DELIVERED_ALREADY',
        field: ['status', 'isDelivered'],
        facts: [{ name: 'deliveredDate', value: at('09:00:00') }],
      },
    ])
    expect(decide(delivered(null), {}).problems).toMatchObject([
      { facts: [{ name: 'deliveredDate', value: 'unknown' }] },
    ])
  })

  it('counts what is on its way: its events, its delivery, the date it names', () => {
    const sent = someSent({
      isDelivered: true,
      deliveredDate: at('10:00:00'),
      events: [event('09:00:00')],
    })
    const again = { isDelivered: true, events: [event('09:00:00')] }
    expect(decide(parcel(), again, [sent])).toMatchObject({
      isKnown: true,
      wanted: { isDelivered: true, deliveredDate: at('10:00:00'), events: [event('09:00:00')] },
    })
    const dateless = someSent({ isDelivered: true })
    expect(decide(delivered('08:00:00'), { isDelivered: true }, [dateless]).wanted).toMatchObject({
      deliveredDate: at('08:00:00'),
    })
  })
})

describe('news from before the delivery', () => {
  const news = (...times: string[]) => ({ events: times.map((time) => event(time, 'scanned')) })

  it('takes no delivery back, to the end of the minute that the delivery is known by', () => {
    const of = delivered('10:00:30', '09:00:00')
    expect(codes(decide(of, news('09:30:00')))).toEqual([])
    expect(codes(decide(of, news('10:00:59.999')))).toEqual([])
    expect(codes(decide(of, news('10:01:00')))).toEqual(['DELIVERED_ALREADY'])
    expect(codes(decide(of, news('09:30:00', '10:01:00')))).toEqual(['DELIVERED_ALREADY'])
  })

  it('is none where no moment of the delivery is known', () =>
    expect(codes(decide(delivered(null), news('09:30:00')))).toEqual(['DELIVERED_ALREADY']))
})

describe('the date of a delivery', () => {
  const dateOf = (of: ReturnType<typeof parcel>, asked: Partial<TrackingStatusCommand>) =>
    decide(of, asked).status.deliveredDate
  const now = moment('2026-03-10T12:00:00.000Z')
  const yes = { isDelivered: true }

  it('is the given one before any other', () =>
    expect(dateOf(delivered('08:00:00'), { ...yes, deliveredDate: at('07:00:00') })).toBe(
      at('07:00:00')
    ))

  it('else the newest of the call’s events, else now; older ones that are stored do not count', () => {
    const events = [event('10:00:00'), event('09:00:00')]
    expect(dateOf(parcel(), { ...yes, events })).toBe(at('10:00:00'))
    expect(dateOf(parcel({ events: [shown('11:00:00')] }), { ...yes, events })).toBe(at('10:00:00'))
    expect(dateOf(parcel({ events: [shown('11:00:00')] }), yes)).toBe(now)
    expect(dateOf(parcel(), yes)).toBe(now)
  })

  it('that somebody chose stays', () => {
    const chosen = delivered('08:00:00', '07:00:00')
    expect(dateOf(chosen, { ...yes, events: [event('09:00:00')] })).toBe(at('08:00:00'))
    expect(dateOf(chosen, { events: [event('07:30:00')] })).toBe(at('08:00:00'))
  })

  it('that came from the newest event moves with it, whoever tells it', () => {
    const newest = delivered('08:00:30', '08:00:00')
    expect(dateOf(newest, { ...yes, events: [event('09:00:00')] })).toBe(at('09:00:00'))
    expect(dateOf(newest, { ...yes, events: [event('07:00:00')] })).toBe(at('08:00:00'))
    expect(dateOf(newest, yes)).toBe(at('08:00:00'))
    expect(dateOf(newest, { events: [event('07:00:00')] })).toBe(at('08:00:30'))
  })

  it('of a delivery whose date is not known is that of the news, else now', () => {
    expect(dateOf(delivered(null), yes)).toBe(now)
    expect(dateOf(delivered(null, '08:00:00'), { ...yes, events: [event('09:00:00')] })).toBe(
      at('09:00:00')
    )
  })

  it('is another one from the next minute on', () => {
    const of = delivered('08:00:00')
    expect(decide(of, { ...yes, deliveredDate: at('08:00:59') }).isKnown).toBe(true)
    expect(decide(of, { ...yes, deliveredDate: at('08:01:00') }).isKnown).toBe(false)
    expect(decide(delivered(null), { ...yes, deliveredDate: at('08:00:00') }).isKnown).toBe(false)
  })
})

describe('a delivery before the dispatch', () => {
  const against = (asked: Partial<TrackingStatusCommand>, dispatched: string) =>
    decideTrackingStatus(
      parcel(),
      [],
      {
        invoiceNumber: 'NF-1',
        wroteInvoice: true,
        descriptions: [],
        dispatchedDate: at(dispatched),
      },
      command(asked),
      NOW
    ).problems

  it('is doubted, by the minute, and only where a delivery is told', () => {
    const asked = { isDelivered: true, deliveredDate: at('08:00:00') }
    expect(against(asked, '08:01:00')).toMatchObject([
      { code: 'DELIVERED_BEFORE_DISPATCH', field: ['status', 'deliveredDate'] },
    ])
    expect(against(asked, '08:00:59')).toEqual([])
    expect(against({ events: [event('07:00:00')] }, '08:01:00')).toEqual([])
  })
})

describe('a package shows', () => {
  const sent = (isDelivered: boolean, deliveredDate: string | null, ...times: string[]) => ({
    isDelivered,
    deliveredDate: deliveredDate === null ? null : at(deliveredDate),
    events: times.map((time) => event(time)),
  })

  it('a status where it has the events and the delivery', () => {
    expect(showsStatus(parcel(), sent(false, null))).toBe(true)
    expect(showsStatus(parcel(), sent(false, null, '08:00:00'))).toBe(false)
    expect(showsStatus(delivered('08:00:00', '08:00:00'), sent(true, null, '08:00:00'))).toBe(true)
    expect(showsStatus(delivered('08:00:00', '08:00:00'), sent(false, null, '08:00:00'))).toBe(
      false
    )
  })

  it('what was sent where it shows it, a date alone only once it is another than before', () => {
    const [before, after] = [delivered('08:00:00'), delivered('09:00:00')]
    const date = sent(true, '09:00:00')
    expect(showsSent(before, before, date)).toBe(false)
    expect(showsSent(after, before, date)).toBe(true)
    expect(showsSent(delivered('08:00:59'), before, date)).toBe(false)
    expect(showsSent(delivered('08:00:00'), delivered(null), date)).toBe(true)
    expect(showsSent(delivered(null), delivered(null), date)).toBe(false)
    expect(showsSent(before, parcel(), date)).toBe(true)
    expect(showsSent(parcel(), before, date)).toBe(false)
    const scan = sent(true, null, '07:00:00')
    expect(showsSent(delivered('08:00:00', '07:00:00'), before, scan)).toBe(true)
  })

  it('the delivery date that was asked for, by the minute, and any where none was', () => {
    const asked = sent(true, '08:00:00')
    expect(sameDeliveryDate(asked, delivered('08:00:59'))).toBe(true)
    expect(sameDeliveryDate(asked, delivered('08:01:00'))).toBe(false)
    expect(sameDeliveryDate(asked, delivered(null))).toBe(false)
    expect(sameDeliveryDate(asked, parcel())).toBe(false)
    expect(sameDeliveryDate(sent(true, null), delivered('08:01:00'))).toBe(true)
  })
})

describe('the summary', () => {
  it.each([
    ['one event', { events: [event('09:00:00')] }, '1 tracking event'],
    ['two', { events: [event('09:00:00'), event('10:00:00')] }, '2 tracking events'],
    [
      'a delivery',
      { isDelivered: true, deliveredDate: at('10:00:00') },
      `delivered ${at('10:00:00')}`,
    ],
    [
      'both',
      { isDelivered: true, events: [event('09:00:00')] },
      `1 tracking event; delivered ${at('09:00:00')}`,
    ],
  ])('tells %s', (_, asked, words) => expect(decide(parcel(), asked).summary).toBe(words))

  it('tells a delivery that is taken back', () => {
    const of = delivered('09:00:00')
    expect(decide(of, {}).summary).toBe('delivery taken back')
    expect(decide(of, { events: [event('11:00:00')] }).summary).toBe(
      '1 tracking event; delivery taken back'
    )
  })
})
