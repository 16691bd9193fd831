import React, { useEffect, useState } from 'react'
import { render } from '../testing/render'
import { DateTimeField } from './DateTimeField'
import { SelectField, TextArea, TextField } from './TextField'
import { Units } from './Units'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface Field {
  label: string
  value: string
  onChange: (value: string) => void
}

const COUNTS = ['one', 'two'].map((value) => ({ value, label: value }))

const FIELDS: Array<[string, string, string, (field: Field) => JSX.Element]> = [
  ['a text field', '', 'A-1', (field) => <TextField id="field" {...field} />],
  ['a text area', '', 'a line', (field) => <TextArea id="field" {...field} />],
  ['a choice', 'one', 'two', (field) => <SelectField id="field" options={COUNTS} {...field} />],
  [
    'a number of units',
    '0',
    '3',
    ({ label, value, onChange }) => (
      <Units
        id="field"
        name={label}
        max={9}
        value={Number(value)}
        onChange={(n) => onChange(String(n))}
      />
    ),
  ],
  ['a date', '', '2026-03-01T14:05', (field) => <DateTimeField id="field" {...field} />],
]

/** As a browser does it: the text is in the control, then the event says so, to whoever listens. */
function enter(control: Control, text: string) {
  const prototype = Object.getPrototypeOf(control)
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')!.set!
  set.call(control, text)
  const kinds = control instanceof HTMLSelectElement ? ['input', 'change'] : ['input']
  kinds.forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true })))
}

/** A page beside whose field an answer arrives: what follows from it is drawn after the browser has painted. */
function start(first: string, draw: (field: Field) => JSX.Element) {
  let arrive: () => void = () => undefined
  const told: string[] = []
  function Page() {
    const [value, setValue] = useState(first)
    const [answers, setAnswers] = useState(0)
    const [, setSeen] = useState(0)
    useEffect(() => setSeen(answers), [answers])
    arrive = () => setAnswers(answers + 1)
    const onChange = (text: string) => {
      told.push(text)
      setValue(text)
    }
    return draw({ label: 'Field', value, onChange })
  }
  const { container } = render(<Page />)
  return { told, control: container.querySelector('#field') as Control, arrives: () => arrive() }
}

// Outside of React's `act`, which would leave nothing to be drawn later, and says so.
let complaints: jest.SpyInstance
beforeEach(() => {
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => complaints.mockRestore())

test.each(FIELDS)('%s keeps what is entered the moment an answer arrives', (...given) => {
  const [, first, text, draw] = given
  const { told, control, arrives } = start(first, draw)
  arrives()
  enter(control, text)
  expect(control.value).toBe(text)
  expect(told).toEqual([text])
})

test.each(FIELDS)('%s tells each entry once', (...given) => {
  const [, first, text, draw] = given
  const { told, control } = start(first, draw)
  enter(control, text)
  expect(control.value).toBe(text)
  expect(told).toEqual([text])
})
