import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { StatusLine } from '../../shared/components/StatusLine'
import { render } from '../../shared/testing/render'
import ACCOUNT_CHECK from './accountCheck.graphql'
import { AccountCheckCard } from './AccountCheckCard'

type Verdict = 'PASSED' | 'FAILED' | 'UNPROVEN'
type Judged = [string, Verdict]

const answered = (...checks: Judged[]) => ({
  request: { query: ACCOUNT_CHECK, variables: {} },
  result: {
    data: {
      accountCheck: {
        __typename: 'AccountCheck',
        checkedAt: '2026-03-10T12:00:00.000Z',
        checks: checks.map(([name, verdict]) => ({
          __typename: 'AccountCheckItem',
          name,
          verdict,
          detail: `seen of ${name}`,
        })),
      },
    },
  },
})
const refused = {
  request: { query: ACCOUNT_CHECK, variables: {} },
  error: new Error('no network'),
}

function show(mocks: object[], language = 'en') {
  const page = (
    <>
      <StatusLine />
      <AccountCheckCard />
    </>
  )
  return render(page, { language, mocks: mocks as never[] })
}

const press = (view: ReturnType<typeof show>, name: string) =>
  act(async () => {
    const button = view.getByText(name).closest('button') as HTMLButtonElement
    button.focus()
    fireEvent.click(button)
  })
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 20)))

test('nothing is asked before somebody presses', async () => {
  const view = show([])
  await settle()
  expect(view.queryByText(/no network|failed/i)).toBeNull()
  expect(view.getByText('Check now')).toBeTruthy()
})

test('while it runs the button keeps the focus and does nothing a second time', async () => {
  const view = show([answered(['clock', 'PASSED'])])
  const button = view.getByText('Check now').closest('button') as HTMLButtonElement
  button.focus()
  act(() => void fireEvent.click(button))
  expect(view.getAllByText(/up to 25 seconds/).length).toBeGreaterThan(0)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(button)
  // A second call would find no answer left, and fail.
  act(() => void fireEvent.click(button))
  await settle()
  expect(view.getByText('Clocks')).toBeTruthy()
})

test('each check has its sign, its name, what a failure means, and what was seen', async () => {
  const view = show([
    answered(['clock', 'PASSED'], ['oms-rights', 'FAILED'], ['app-token', 'UNPROVEN']),
  ])
  await press(view, 'Check now')
  await settle()
  const rows = view.container.querySelectorAll('li')
  expect(rows).toHaveLength(3)
  expect(rows[0].textContent).toBe('ClocksOKseen of clock')
  expect(rows[1].textContent).toMatch(
    /^Your permissionsFailedYou do not have one of.*seen of oms-rights$/
  )
  expect(rows[2].textContent).toMatch(/Not checked.*could not be checked.*seen of app-token$/)
  expect(rows[1].querySelector('[lang="en"]')!.textContent).toBe('seen of oms-rights')
})

test('how it ended takes the focus', async () => {
  const view = show([answered(['clock', 'FAILED'], ['oms-list', 'UNPROVEN'])])
  await press(view, 'Check now')
  await settle()
  expect((document.activeElement as HTMLElement).textContent).toBe(
    '1 check failed. 1 check could not be completed.'
  )
})

test('who has gone on to another field stays there', async () => {
  const elsewhere = document.createElement('input')
  document.body.appendChild(elsewhere)
  const view = show([answered(['clock', 'PASSED'])])
  act(() => void fireEvent.click(view.getByText('Check now')))
  elsewhere.focus()
  await settle()
  expect(view.getByText('This account has everything the app needs.')).toBeTruthy()
  expect(document.activeElement).toBe(elsewhere)
  elsewhere.remove()
})

test('a failure is said in its place, and can be tried again', async () => {
  const view = show([refused, answered(['clock', 'PASSED'])])
  await press(view, 'Check now')
  await settle()
  await press(view, 'Try again')
  await settle()
  expect(view.getByText('This account has everything the app needs.')).toBeTruthy()
  expect(view.queryByText('Try again')).toBeNull()
})

test('a check that this panel does not know is shown by its key', async () => {
  const view = show([answered(['new-check', 'FAILED'])])
  await press(view, 'Check now')
  await settle()
  expect(view.container.querySelector('li')!.textContent).toBe('new-checkFailedseen of new-check')
})

test.each([
  ['pt', 'Verificar agora', '1 verificação falhou.'],
  ['es', 'Verificar ahora', '1 verificación falló.'],
])('in %s', async (language, button, summary) => {
  const view = show([answered(['clock', 'FAILED'])], language)
  await press(view, button)
  await settle()
  expect(view.getByText(summary)).toBeTruthy()
})
