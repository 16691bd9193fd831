import { fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../testing/render'
import { KeyHelp } from './KeyHelp'
import { turnPageKeys, usePageKeys } from './pageKeys'

const next = jest.fn()

function Page() {
  usePageKeys({ j: next, k: null })

  return (
    <>
      <input aria-label="Number" />
      <textarea aria-label="List" />
      <button type="button">Send</button>
      <KeyHelp />
    </>
  )
}

beforeEach(() => {
  next.mockClear()
  turnPageKeys(true)
})
afterEach(() => turnPageKeys(true))

test('a key of the page acts wherever nobody types', () => {
  const { getByText } = render(<Page />)
  fireEvent.keyDown(document.body, { key: 'j' })
  fireEvent.keyDown(getByText('Send'), { key: 'j' })
  fireEvent.keyDown(document.body, { key: 'k' })
  fireEvent.keyDown(document.body, { key: 'x' })
  expect(next).toHaveBeenCalledTimes(2)
})

test('it is a letter like any other in a field, and beside another key', () => {
  const { getByLabelText } = render(<Page />)
  fireEvent.keyDown(getByLabelText('Number'), { key: 'j' })
  fireEvent.keyDown(getByLabelText('List'), { key: 'j' })
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'j', metaKey: true })
  fireEvent.keyDown(document.body, { key: 'j', repeat: true })
  expect(next).not.toHaveBeenCalled()
})

test('? opens the list of keys, behind which no other key acts', () => {
  const { getByRole, queryByRole, getByLabelText } = render(<Page />)
  fireEvent.keyDown(getByLabelText('Number'), { key: '?' })
  expect(queryByRole('dialog')).toBeNull()
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true })
  expect(getByRole('dialog').textContent).toContain('next or previous order')
  fireEvent.keyDown(document.body, { key: 'j' })
  expect(next).not.toHaveBeenCalled()
})

test('who switches them off has them off', () => {
  const { getByLabelText } = render(<Page />)
  fireEvent.keyDown(document.body, { key: '?' })
  fireEvent.click(getByLabelText('Use ?, j and k as shortcuts'))
  fireEvent.keyDown(getByLabelText('Use ?, j and k as shortcuts'), { key: 'Escape' })
  fireEvent.keyDown(document.body, { key: 'j' })
  expect(next).not.toHaveBeenCalled()
  expect(window.localStorage.getItem('invoice-tracking.pageKeys')).toBe('off')
})
