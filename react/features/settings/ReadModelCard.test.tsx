import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../../shared/testing/render'
import READ_MODEL from './readModel.graphql'
import { ReadModelCard } from './ReadModelCard'
import SAVE from './saveReadModel.graphql'

const reads = (patch: object) => ({
  request: { query: READ_MODEL, variables: {} },
  result: {
    data: {
      readModel: {
        __typename: 'ReadModel',
        isOn: false,
        keepClosedDays: 30,
        documents: 0,
        fill: 'IDLE',
        filled: 0,
        toFill: null,
        asOf: null,
        ...patch,
      },
    },
  },
})
const refuses = (keepClosedDays: number) => ({
  request: { query: SAVE, variables: { readModel: { isOn: true, keepClosedDays } } },
  result: {
    data: {
      saveReadModel: {
        __typename: 'ReadModelPayload',
        problems: [
          {
            __typename: 'Problem',
            code: 'SETTINGS_INVALID',
            severity: 'ERROR',
            field: ['readModel', 'keepClosedDays'],
            message: 'English',
            facts: [],
          },
        ],
      },
    },
  },
})
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 20)))

async function show(...mocks: object[]) {
  const view = render(<ReadModelCard />, { mocks: mocks as never[] })
  await settle()
  return view
}

test('off and empty, it says its price and offers nothing to remove', async () => {
  const view = await show(reads({}))
  expect(view.getByText(/each order of the last 30 days/)).toBeTruthy()
  expect(view.getByText('0 documents kept now')).toBeTruthy()
  expect(view.queryByText('Remove everything')).toBeNull()
})

test('days that are refused are said at their field', async () => {
  const view = await show(reads({}), refuses(400), reads({}))
  const days = view.getByLabelText('Days to keep closed orders') as HTMLInputElement
  fireEvent.change(days, { target: { value: '400' } })
  act(() => void fireEvent.click(view.getByLabelText(/^Off/)))
  await settle()
  expect(days.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(days)
  expect(days.value).toBe('400')
  expect(document.getElementById('keep-closed-days-problem')!.textContent).toMatch(/from 1 to 365/)
})

test('while it fills, its progress stands there, and removing is asked first', async () => {
  const view = await show(reads({ isOn: true, fill: 'FILLING', filled: 40, toFill: 1200 }))
  expect(view.getByText('40 of 1,200 orders collected')).toBeTruthy()
  act(() => void fireEvent.click(view.getByText('Remove everything')))
  expect(view.getByText('Remove all documents?')).toBeTruthy()
})

test('while everything is removed nothing can be pressed', async () => {
  const view = await show(reads({ fill: 'REMOVING', documents: 7 }))
  expect(view.getByText(/^Everything is being removed/)).toBeTruthy()
  expect(view.container.querySelector('input, button')).toBeNull()
})
