import React from 'react'
import { Failure } from '../graphql/failure'
import { render } from '../testing/render'
import { FailureText } from './FailureNotice'

const refused = (code: string): Failure => ({
  kind: 'REFUSED',
  problem: { code, severity: 'ERROR', field: [], message: '', facts: [] },
})

test.each([
  [{ kind: 'UNAUTHENTICATED' }, 'Your session has expired.'],
  [{ kind: 'NETWORK' }, 'No response. Check your connection.'],
  [{ kind: 'FAULT', requestId: 'r1' }, 'Something went wrong on our side (request r1).'],
  [{ kind: 'FAULT' }, 'Something went wrong on our side.'],
  [refused('OMS_UNAVAILABLE'), 'VTEX is not responding.'],
  [refused('MASTERDATA_UNAVAILABLE'), /^Your store’s Master Data is not responding/],
  [refused('OMS_UNREADABLE'), /^VTEX sent an answer/],
  [{ kind: 'FORBIDDEN' }, /^You need permission to view orders/],
] as Array<[Failure, string | RegExp]>)('%j says what it is', (failure, sentence) => {
  const { container } = render(<FailureText failure={failure} />)
  expect(container.textContent).toMatch(sentence)
})
