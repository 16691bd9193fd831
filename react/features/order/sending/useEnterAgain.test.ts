import { act, renderHook } from '@testing-library/react-hooks'

import { drafts } from '../../../shared/sending/drafts'
import type { Send, SendState } from '../../../shared/sending/sends'
import { useEnterAgain } from './useEnterAgain'

const sentAt = '2026-03-01T17:05:00Z'
const waitsFor = (...numbers: string[]) =>
  ({
    orderId: 'o',
    packages: [],
    attention: numbers.map((value) => ({
      code: 'OMS_OUTCOME_UNKNOWN',
      facts: [
        { name: 'sentAt', value: sentAt },
        { name: 'invoiceNumber', value },
        { name: 'type', value: 'INPUT' },
      ],
    })),
  }) as never
const again = (number: string, state: SendState) =>
  ({
    id: number,
    orderId: 'o',
    object: { kind: 'return', number },
    state,
    about: { awaited: null, form: { name: `again ${number}`, again: number } },
  }) as unknown as Send
const open = (order: never, list: Send[] = []) =>
  renderHook((props: { order: never; list: Send[] }) => useEnterAgain(props.order, props.list), {
    initialProps: { order, list },
  })
const kept = () =>
  ['again 7', 'again 8', 'invoice'].filter((name) => drafts.get('o', name) !== null)

beforeEach(() => ['again 7', 'again 8', 'invoice'].forEach((name) => drafts.put('o', name, {})))

test('drafts of what VTEX has by now, or was given up, go; no others', () => {
  open(waitsFor('8'))
  expect(kept()).toEqual(['again 8', 'invoice'])
})

test('the one that is open stays while it is, though nobody waits for its number any more', () => {
  const { result, rerender } = open(waitsFor('7', '8'))

  act(() => result.current.setAgain(result.current.unsettled[0]))
  rerender({ order: waitsFor('8'), list: [] })
  expect(result.current.again).toMatchObject({ invoiceNumber: '7', type: 'INPUT' })
  expect(kept()).toEqual(['again 7', 'again 8', 'invoice'])
  act(() => result.current.setAgain(null))
  expect(kept()).toEqual(['again 8', 'invoice'])
})

test.each(['sending', 'waiting', 'unknown', 'failed', 'refused'] as const)(
  'a form that was left with a send that is %s is open again',
  (state) => {
    const { result } = open(waitsFor(), [again('7', state)])

    expect(result.current.again).toEqual({ invoiceNumber: '7', type: 'INPUT' })
    expect(kept()).toEqual(['again 7', 'invoice'])
  }
)

test.each(['applying', 'done'] as const)('not where its send is %s', (state) => {
  expect(open(waitsFor(), [again('7', state)]).result.current.again).toBeNull()
})
