import { failureOf } from './failure'

const graphQLError = (extensions: object) => ({
  graphQLErrors: [{ message: 'English', extensions }],
})

describe('failureOf', () => {
  test.each([
    ['an ended session', graphQLError({ code: 'UNAUTHENTICATED' }), { kind: 'UNAUTHENTICATED' }],
    [
      'a missing right',
      graphQLError({ code: 'FORBIDDEN', requestId: 'r1' }),
      { kind: 'FORBIDDEN', requestId: 'r1' },
    ],
    [
      'an error of ours',
      graphQLError({ code: 'INTERNAL', requestId: 'r2' }),
      { kind: 'FAULT', requestId: 'r2' },
    ],
    [
      'an error without code',
      { graphQLErrors: [{ message: 'English' }] },
      { kind: 'FAULT', requestId: undefined },
    ],
    [
      'no answer',
      { graphQLErrors: [], networkError: new TypeError('Failed to fetch') },
      { kind: 'NETWORK' },
    ],
    ['status 401', { networkError: { statusCode: 401 } }, { kind: 'UNAUTHENTICATED' }],
    ['status 403', { networkError: { statusCode: 403 } }, { kind: 'FORBIDDEN' }],
    ['status 500', { networkError: { statusCode: 500, result: {} } }, { kind: 'FAULT' }],
    [
      'errors that came with a status',
      { networkError: { statusCode: 400, result: graphQLErrorBody('UNAUTHENTICATED') } },
      { kind: 'UNAUTHENTICATED' },
    ],
    ['something else', new Error('broken'), { kind: 'FAULT' }],
    ['nothing', undefined, { kind: 'FAULT' }],
  ])('%s', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure)
  })

  test("a problem of the contract keeps its code and facts, so that the panel's own words fit", () => {
    const facts = [{ name: 'retryAfterSeconds', value: '12' }, 'broken', { name: 1 }]
    expect(failureOf(graphQLError({ code: 'RATE_LIMITED', facts, requestId: 'r3' }))).toEqual({
      kind: 'REFUSED',
      requestId: 'r3',
      problem: {
        code: 'RATE_LIMITED',
        severity: 'ERROR',
        field: [],
        message: 'English',
        facts: [facts[0]],
      },
    })
  })

  test('a refused argument keeps its name, so that the sentence can stand at its field', () => {
    expect(failureOf(graphQLError({ code: 'FILTER_INVALID', field: ['carrier'] }))).toMatchObject({
      kind: 'REFUSED',
      problem: { code: 'FILTER_INVALID', field: ['carrier'] },
    })
  })
})

function graphQLErrorBody(code: string) {
  return { errors: [{ message: 'English', extensions: { code } }] }
}
