import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../../shared/testing/render'
import READ_MODEL from './readModel.graphql'
import { ReadModelCard } from './ReadModelCard'
import SAVE_HOOK from './saveOrderHook.graphql'
import SAVE from './saveReadModel.graphql'

const hook = (patch: object) => ({
  __typename: 'OrderHook',
  state: 'OFF',
  appKey: null,
  since: null,
  lastNotificationAt: null,
  takenBy: null,
  ...patch,
})
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
        orderHook: hook({}),
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

const KEY = { appKey: 'vtexappkey-store-AB', appToken: 'its-token' }
const refusesHook = {
  request: { query: SAVE_HOOK, variables: { orderHook: KEY } },
  result: {
    data: {
      saveOrderHook: {
        __typename: 'OrderHookPayload',
        problems: [
          {
            __typename: 'Problem',
            code: 'ORDER_HOOK_TAKEN',
            severity: 'ERROR',
            field: ['orderHook', 'appKey'],
            message: 'English',
            facts: [{ __typename: 'Fact', name: 'url', value: 'https://erp.example/hook' }],
          },
        ],
      },
    },
  },
}

test('the hook is offered where queues are complete, and what is refused of it is said at its field', async () => {
  const view = await show(reads({ isOn: true }), refusesHook, reads({ isOn: true }))
  const field = (label: string) => view.getByLabelText(label) as HTMLInputElement
  fireEvent.change(field('App key'), { target: { value: KEY.appKey } })
  fireEvent.change(field('AppToken'), { target: { value: KEY.appToken } })
  act(() => void fireEvent.click(view.getByText('Set up')))
  await settle()
  expect(document.activeElement).toBe(field('App key'))
  expect(document.getElementById('hook-key-problem')!.textContent).toMatch(/erp\.example\/hook/)
  // The token was not kept, so it must not be typed again.
  expect(field('AppToken').value).toBe(KEY.appToken)
})

test.each([
  ['ON', /^On: VTEX tells/],
  ['GONE', /three days/],
  ['TAKEN', /replaced it with its own .https:\/\/erp\.example\/hook/],
  ['REFUSED', /no longer accepts/],
  ['LEAVING', /being taken down/],
])(
  'a hook that is %s says so, and can be taken down where it is not going already',
  async (state, words) => {
    const takenBy = state === 'TAKEN' ? 'https://erp.example/hook' : null
    const stands = hook({ state, takenBy, appKey: KEY.appKey, since: '2026-03-01T10:00:00Z' })
    const view = await show(reads({ isOn: true, orderHook: stands }))
    expect(view.getByText(words)).toBeTruthy()
    expect(view.getByText(new RegExp(KEY.appKey))).toBeTruthy()
    expect(Boolean(view.queryByText('Take down'))).toBe(state !== 'LEAVING')
    expect(view.queryByLabelText('AppToken')).toBeNull()
  }
)

test('a store without complete queues is offered no hook', async () => {
  const view = await show(reads({}))
  expect(view.queryByLabelText('App key')).toBeNull()
})
