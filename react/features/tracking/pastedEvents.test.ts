import { dayOrderOf } from '../../shared/format/writtenMoment'
import { readPastedEvents } from './pastedEvents'

const event = {
  when: '2026-03-02T22:40',
  hasOffset: false,
  description: 'In transit',
  city: 'Cajamar',
  state: 'SP',
}

describe('readPastedEvents', () => {
  test.each([
    ['02/03/2026 22:40; In transit; Cajamar; SP', event],
    ['02/03/2026 22:40\tIn transit\tCajamar\tSP', event],
    ['02/03/26, 22:40 | In transit | Cajamar/SP', event],
    ['02.03.2026;22:40;In transit;Cajamar - SP', event],
    ['2026-03-02 22:40;In transit;Cajamar;SP', event],
    [
      '2026-03-02T22:40:00-03:00;In transit;Cajamar;SP',
      { ...event, when: '2026-03-02T22:40:00-03:00', hasOffset: true },
    ],
    [
      '2026-03-03T01:40Z;In transit;;',
      { ...event, when: '2026-03-03T01:40:00Z', hasOffset: true, city: '', state: '' },
    ],
    [
      '2026-03-03T01:40:28.105+00:00;In transit;Cajamar;SP',
      { ...event, when: '2026-03-03T01:40:28.105+00:00', hasOffset: true },
    ],
    [
      '2026-03-02T22:40:00-03;In transit;Cajamar;SP',
      { ...event, when: '2026-03-02T22:40:00-03:00', hasOffset: true },
    ],
    ['"02/03/2026 22:40","In transit","Cajamar","SP"', event],
    ['02/03/2026 22:40,In transit,Cajamar,SP', event],
    ['02/03/2026,22:40,In transit,"Cajamar - SP"', event],
    ['"02/03/2026 22:40";"In transit";"Cajamar";"SP"', event],
    [
      '02/03/2026 22:40,"Out, with ""care""",Cajamar,SP',
      { ...event, description: 'Out, with "care"' },
    ],
    ['02/03/2026 22:40; 42" screen; Cajamar; SP', { ...event, description: '42" screen' }],
    ['\u200b02/03/2026\u00a022:40; In transit; Cajamar; SP', event],
    ['02/03/2026 10:40 PM; In transit; Cajamar; SP', event],
    [
      '02/03/2026; Posted',
      { ...event, when: '2026-03-02T00:00', description: 'Posted', city: '', state: '' },
    ],
  ])('%s', (line, expected) => {
    expect(readPastedEvents(line, 'DAY_FIRST')).toEqual({
      events: [expected],
      unreadable: [],
      asks: null,
    })
  })

  test.each([
    ['as told', '02/03/2026 22:40; x', 'MONTH_FIRST', ['2026-02-03T22:40'], null],
    ['in the only way it can be', '26/11/2026 22:40; x', 'MONTH_FIRST', ['2026-11-26T22:40'], null],
    ['in the only way, told the other', '11/26/2026; x', 'DAY_FIRST', ['2026-11-26T00:00'], null],
    ['in the only way, told nothing', '26/11/2026; x', null, ['2026-11-26T00:00'], null],
    ['alike both ways', '03/03/2026; x', null, ['2026-03-03T00:00'], null],
    ['never where it is a question', '02/03/2026 22:40; x', null, [], '02/03/2026'],
    [
      'as the rest of the list can only be read',
      '02/03/2026; x\n26/02/2026; y',
      null,
      ['2026-03-02T00:00', '2026-02-26T00:00'],
      null,
    ],
    [
      'never by a list of two minds',
      '02/03/2026; x\n26/11/2026; y\n11/26/2026; z',
      null,
      [],
      '02/03/2026',
    ],
  ])('day and month are read %s', (_how, text, order, moments, asks) => {
    const read = readPastedEvents(text, order as 'DAY_FIRST' | null)

    expect(read.asks).toBe(asks)
    expect(read.events.map(({ when }) => when)).toEqual(moments)
  })

  test.each([
    ['31/02/2026 10:00; x', 'NO_DATE'],
    ['02/03/2026 24:10; x', 'NO_DATE'],
    ['02/03/2026 13:10 pm; x', 'NO_DATE'],
    ['In transit; 02/03/2026', 'NO_DATE'],
    ['02/03/2026 22:40;  ; Cajamar', 'NO_DESCRIPTION'],
    ['02/03/2026 22:40', 'NO_DESCRIPTION'],
  ])('%s stays as %s', (line, reason) => {
    expect(readPastedEvents(line, 'DAY_FIRST')).toEqual({
      events: [],
      unreadable: [{ line, reason }],
      asks: null,
    })
  })

  test('empty lines say nothing, other lines keep their order', () => {
    const read = readPastedEvents('\r\n01/03/2026; a\r\n\r\nbad\n02/03/2026; b\n', 'DAY_FIRST')

    expect(read.events.map((one) => one.description)).toEqual(['a', 'b'])
    expect(read.unreadable.map((one) => one.line)).toEqual(['bad'])
  })
})

test.each([
  ['en-US', null],
  ['en', null],
  ['en-GB', 'DAY_FIRST'],
  ['pt-BR', 'DAY_FIRST'],
  ['es-AR', 'DAY_FIRST'],
])('%s reads %s', (locale, order) => {
  expect(dayOrderOf(locale)).toBe(order)
})
