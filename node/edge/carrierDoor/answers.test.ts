import { problem } from '../../domain/problem/problems'
import { taken, unreadable } from './answers'

it('what cannot be read is told in words for a sender, with its place and what to do', () => {
  const { body } = unreadable([
    problem('TRACKING_EMPTY', { field: ['parcels', '0', 'events'] }),
    problem('INVOICE_NOT_NAMED', { field: ['parcels', '1'] }),
  ])
  expect(body).toMatchObject({
    error: {
      code: 'TRACKING_EMPTY',
      message: expect.stringMatching(/^parcels\.0\.events: Nothing can/),
    },
    problems: [{}, { message: expect.stringMatching(/tracking number, by the access key/) }],
  })
  expect(JSON.stringify(body)).not.toMatch(/stored value|in invoiceNumber/)
})

it('a file with thousands of bad rows is answered in a few KB', () => {
  const problems = Array.from({ length: 5_000 }, (_, row) =>
    problem('DATE_INVALID', { field: ['rows', row, 'date'], facts: { reason: 'NO_DATE' } })
  )
  expect(taken('id', 1, problems).body.problems).toHaveLength(100)
  expect(JSON.stringify(unreadable(problems).body).length).toBeLessThan(40_000)
})
