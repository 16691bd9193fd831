import React, { useEffect, useState } from 'react'
import { render } from '../testing/render'
import { Radios } from './Radios'
import { Switch } from './Switch'
import { TickBox } from './TickBox'

interface Box {
  isOn: boolean
  onChange: (isOn: boolean) => void
}

const CHOICES = ['off', 'on'].map((value) => ({ value, label: value }))

const BOXES: Array<[string, (box: Box) => JSX.Element]> = [
  [
    'a tick box',
    ({ isOn, onChange }) => <TickBox id="box" isTicked={isOn} label="Box" onTick={onChange} />,
  ],
  [
    'a switch',
    ({ isOn, onChange }) => <Switch id="box" isOn={isOn} label="Box" onChange={onChange} />,
  ],
  [
    'a choice of two',
    ({ isOn, onChange }) => (
      <Radios
        name="box"
        label="Box"
        value={isOn ? 'on' : 'off'}
        options={CHOICES}
        onChoose={(value) => onChange(value === 'on')}
      />
    ),
  ],
]

/** A page beside whose box an answer arrives: what follows from it is drawn after the browser has painted. */
function start(draw: (box: Box) => JSX.Element, isStubborn = false) {
  let arrive: () => void = () => undefined
  const told: boolean[] = []
  function Page() {
    const [isOn, setOn] = useState(false)
    const [answers, setAnswers] = useState(0)
    const [, setSeen] = useState(0)
    useEffect(() => setSeen(answers), [answers])
    arrive = () => setAnswers(answers + 1)
    const onChange = (next: boolean) => {
      told.push(next)
      if (!isStubborn) setOn(next)
    }
    return draw({ isOn, onChange })
  }
  const { container } = render(<Page />)
  const controls = container.querySelectorAll('input')
  return {
    told,
    control: controls[controls.length - 1],
    first: controls[0],
    arrives: () => arrive(),
  }
}

// Outside of React's `act`, which would leave nothing to be drawn later, and says so.
let complaints: jest.SpyInstance
beforeEach(() => {
  complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => complaints.mockRestore())

test.each(BOXES)('%s keeps the press that meets an answer', (_name, draw) => {
  const { told, control, arrives } = start(draw)
  arrives()
  control.click()
  expect(control.checked).toBe(true)
  expect(told).toEqual([true])
})

test.each(BOXES)('%s tells each press once', (_name, draw) => {
  const { told, control } = start(draw)
  control.click()
  expect(control.checked).toBe(true)
  expect(told).toEqual([true])
})

test.each(BOXES)('%s that nobody lets change stands as it did', (_name, draw) => {
  const { told, control } = start(draw, true)
  control.click()
  expect(control.checked).toBe(false)
  expect(told).toEqual([true])
})

test('what is chosen already is not chosen again', () => {
  const { told, first } = start(BOXES[2][1])
  first.click()
  expect(told).toEqual([])
})
