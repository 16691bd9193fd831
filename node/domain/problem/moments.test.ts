import { FUTURE_TOLERANCE_MS, readMoment } from './moments'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const read = (value: unknown) => readMoment(value, NOW, ['invoice', 'issuanceDate'])

describe('a moment as it was sent', () => {
  it.each([null, undefined])('is none where it is %s', (value) =>
    expect(read(value)).toEqual({ moment: null, problem: null })
  )

  it('may lie five minutes ahead, for clocks differ, and not more', () => {
    expect(FUTURE_TOLERANCE_MS).toBe(300_000)
    expect(read('2026-03-10T12:05:00Z')).toEqual({ moment: '2026-03-10T12:05:00Z', problem: null })
    expect(read('2026-03-10T12:05:00.001Z')).toMatchObject({
      moment: null,
      problem: { code: 'DATE_IN_FUTURE', field: ['invoice', 'issuanceDate'] },
    })
  })

  it.each([
    ['2026-03-10T12:00:00', 'NO_OFFSET'],
    [' 2026-03-10 12:00 ', 'NO_OFFSET'],
    ['2026-03-10', 'NO_DATE'],
    ['2026-02-30T12:00:00', 'NO_DATE'],
    ['0001-01-01T00:00:00Z', 'NO_DATE'],
    ['soon', 'NO_DATE'],
    [7, 'NO_DATE'],
  ])('%j cannot be read: %s', (value, reason) =>
    expect(read(value)).toMatchObject({
      moment: null,
      problem: {
        code: 'DATE_INVALID',
        field: ['invoice', 'issuanceDate'],
        facts: [{ name: 'reason', value: reason }],
      },
    })
  )
})
