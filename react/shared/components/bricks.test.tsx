import { fireEvent } from '@vtex/test-tools/react'
import React, { useState } from 'react'
import { render } from '../testing/render'
import { Dialog } from './Dialog'
import { PrimaryButton } from './ActionButton'
import { Disclosure } from './Disclosure'
import { ProblemText } from './ProblemText'
import { TextField } from './TextField'
import { Units } from './Units'

const problem = (code: string, facts: Record<string, string> = {}) => ({
  code,
  severity: 'ERROR' as const,
  field: [],
  message: 'said by the service',
  facts: Object.keys(facts).map((name) => ({ name, value: facts[name] })),
})

describe('a field', () => {
  test('tells its problem and its hint to everybody', () => {
    const { getByLabelText } = render(
      <TextField
        id="number"
        label="Invoice number"
        value="1/2"
        hint="a hint"
        problem="wrong"
        onChange={() => undefined}
      />
    )
    const box = getByLabelText('Invoice number')
    expect(box.getAttribute('aria-invalid')).toBe('true')
    const told = (box.getAttribute('aria-describedby') || '')
      .split(' ')
      .map((id) => (document.getElementById(id) as HTMLElement).textContent)
    expect(told).toEqual(['wrong', 'a hint'])
  })

  test('a warning does not make the value invalid', () => {
    const { getByLabelText } = render(
      <TextField
        id="number"
        label="Number"
        value=""
        problem="doubtful"
        isInvalid={false}
        onChange={() => undefined}
      />
    )
    expect(getByLabelText('Number').getAttribute('aria-invalid')).toBeNull()
  })
})

describe('a problem in words', () => {
  test('its remedy is a link that hands over what it does', () => {
    const onRemedy = jest.fn()
    const one = problem('INVOICE_NUMBER_UNSAFE', { suggestion: '000123-1' })
    const { getByText } = render(<ProblemText problem={one} onRemedy={onRemedy} />)
    fireEvent.click(getByText('Use 000123-1'))
    expect(onRemedy).toHaveBeenCalledWith({ action: 'USE_FACT', fact: 'suggestion' }, one)
  })

  test('where nobody can act on it, the remedy is words alone', () => {
    const { container } = render(<ProblemText problem={problem('OMS_UNAVAILABLE')} />)
    expect(container.textContent).toBe('VTEX is not responding; nothing was sent. Try again')
    expect(container.querySelector('button')).toBeNull()
  })

  test.each([
    ['en', 'VTEX or this app reported NEW_CODE: said by the service'],
    ['pt', 'A VTEX ou este app informou NEW_CODE: said by the service'],
    ['es', 'VTEX o esta app informó NEW_CODE: said by the service'],
  ])('a code that has no words yet shows what the service said, in %s', (language, words) => {
    const { container } = render(<ProblemText problem={problem('NEW_CODE')} />, { language })
    expect(container.textContent).toBe(words)
  })

  test('a fact that is not known leaves no hole in the sentence', () => {
    const { container } = render(<ProblemText problem={problem('XML_UNREADABLE')} />)
    expect(container.textContent).toContain('not a readable XML. Export')
    const { container: known } = render(
      <ProblemText problem={problem('XML_UNREADABLE', { line: '7' })} />
    )
    expect(known.textContent).toContain('not a readable XML (line 7). Export')
  })
})

describe('the dialog', () => {
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {isOpen && (
          <Dialog
            id="d"
            title="Really?"
            onCancel={() => setOpen(false)}
            actions={<button type="button">Last</button>}
          >
            <button type="button">First</button>
          </Dialog>
        )}
      </>
    )
  }

  test('takes the focus, holds it, and gives it back on Esc', () => {
    const { getByText, getByRole, queryByRole } = render(<Page />)
    const opener = getByText('Open')
    opener.focus()
    fireEvent.click(opener)
    expect(document.activeElement).toBe(getByText('First'))
    fireEvent.keyDown(getByText('First'), { key: 'Tab', shiftKey: true })
    expect(document.activeElement).toBe(getByText('Last'))
    fireEvent.keyDown(getByText('Last'), { key: 'Tab' })
    expect(document.activeElement).toBe(getByText('First'))
    expect(getByRole('dialog').getAttribute('aria-labelledby')).toBe('d-title')
    fireEvent.keyDown(getByText('First'), { key: 'Escape' })
    expect(queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })
})

test('what is folded is not in the page', () => {
  const { getByText, queryByText } = render(
    <Disclosure id="more" title="More">
      Inside
    </Disclosure>
  )
  expect(queryByText('Inside')).toBeNull()
  fireEvent.click(getByText('More'))
  expect(queryByText('Inside')).not.toBeNull()
})

test('a button whose work is on its way keeps words and focus, and does nothing', () => {
  const press = jest.fn()
  const button = (isLoading: boolean) => (
    <PrimaryButton onClick={press} isLoading={isLoading}>
      Save
    </PrimaryButton>
  )
  const { getByText, rerender } = render(button(false))
  const named = () => getByText('Save').closest('button') as HTMLButtonElement
  named().focus()
  rerender(button(true))
  fireEvent.click(named())
  expect(press).not.toHaveBeenCalled()
  expect(named().getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(named())
  rerender(button(false))
  fireEvent.click(named())
  expect(press).toHaveBeenCalledTimes(1)
  expect(named().hasAttribute('aria-disabled')).toBe(false)
})

describe('units', () => {
  function Line() {
    const [value, setValue] = useState(4)
    return <Units id="u" name="Camiseta" value={value} max={4} onChange={setValue} />
  }

  test('are typed, or stepped by buttons that name their line, never beyond what is there', () => {
    const { getByLabelText } = render(<Line />)
    const box = getByLabelText('Units of Camiseta, of 4') as HTMLInputElement
    const more = getByLabelText('One unit more of Camiseta') as HTMLButtonElement
    expect(more.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(more)
    expect(box.value).toBe('4')
    fireEvent.click(getByLabelText('One unit fewer of Camiseta'))
    expect(box.value).toBe('3')
    fireEvent.change(box, { target: { value: '2x' } })
    expect(box.value).toBe('2')
    fireEvent.change(box, { target: { value: '' } })
    expect(box.value).toBe('0')
    fireEvent.keyDown(box, { key: 'ArrowUp' })
    expect(box.value).toBe('1')
    // What is typed is not cut: the service says why it is too much.
    fireEvent.change(box, { target: { value: '9' } })
    expect(box.value).toBe('9')
  })
})
