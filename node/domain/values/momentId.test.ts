import fc from 'fast-check'
import { momentId, momentOfId } from './momentId'

it('bears its moment, and sorts by it', () => {
  fc.assert(
    fc.property(fc.nat(2e12), fc.nat(2e12), (a, b) => {
      expect(momentOfId(momentId(a, 'x-1'))).toBe(a)
      expect(Math.sign(a - b) || 0).toBe(
        Math.sign(momentId(a, 'x').localeCompare(momentId(b, 'x'), 'en')) || 0
      )
    })
  )
})
