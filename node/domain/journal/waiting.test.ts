import fc from 'fast-check'
import { epochOf, instantAt } from '../values/instant'
import { isPast, LONGEST_SEND_MS, outcomeUnknown, retryAt, UNKNOWN_FOR_MS } from './waiting'

const moments = fc.integer({ min: 0, max: 4e12 })
/** From a send's moment until OMS took it, and from then until it shows. */
const takings = fc.integer({ min: 0, max: LONGEST_SEND_MS })
const applyings = fc.integer({ min: 0, max: UNKNOWN_FOR_MS })

describe('a send that no read shows', () => {
  it('whose end nobody saw never goes again while it may still show', () => {
    fc.assert(
      fc.property(moments, takings, applyings, (at, taking, applying) => {
        const sent = { sentAt: instantAt(at) }
        expect(isPast(sent, at + taking + applying - 1)).toBe(false)
        expect(isPast(sent, at + LONGEST_SEND_MS + UNKNOWN_FOR_MS)).toBe(true)
      })
    )
  })

  it('counts from its end, where that was seen', () => {
    fc.assert(
      fc.property(moments, takings, applyings, (at, taking, applying) => {
        const sent = { sentAt: instantAt(at), endedAt: instantAt(at + taking) }
        expect(isPast(sent, at + taking + applying - 1)).toBe(false)
        expect(isPast(sent, at + taking + UNKNOWN_FOR_MS)).toBe(true)
      })
    )
  })

  it('is told with the very moment from which it may go again', () => {
    fc.assert(
      fc.property(moments, fc.option(takings, { nil: undefined }), (at, taking) => {
        const endedAt = taking === undefined ? undefined : instantAt(at + taking)
        const sent = { endedAt, sentAt: instantAt(at) }
        const { facts } = outcomeUnknown(sent)
        const told = epochOf(retryAt(sent))
        expect(facts).toContainEqual({ name: 'retryAt', value: instantAt(told) })
        expect([isPast(sent, told - 1), isPast(sent, told)]).toEqual([false, true])
      })
    )
  })
})
