import { act, fireEvent } from '@vtex/test-tools/react'
import React from 'react'
import { render } from '../../shared/testing/render'
import { doorChoices } from './doorChoices'
import { DoorWarnings } from './DoorWarnings'
import { Settings } from './settingsModel'
import { SettingValue } from './SettingValue'

type Warnings = Settings['doorAccepts']

function show(accepted: Warnings, language = 'en') {
  const told: Warnings[] = []
  const view = render(
    <DoorWarnings accepted={accepted} onChange={(codes) => void told.push(codes)} />,
    { language }
  )
  const boxes = () =>
    Array.from(view.container.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
  return { view, told, boxes }
}

test('each warning has its box, and those that are taken are ticked', () => {
  const { boxes } = show(['XML_REQUIRED', 'TRACKING_REPLACES'])
  expect(boxes()).toHaveLength(doorChoices.length)
  expect(
    boxes()
      .filter(({ checked }) => checked)
      .map(({ id }) => id)
  ).toEqual(['door-XML_REQUIRED', 'door-TRACKING_REPLACES'])
})

test('a tick tells all that are taken from then on', () => {
  const { view, told } = show(['XML_REQUIRED'])
  act(() => void fireEvent.click(view.getByLabelText('The access key is not valid')))
  act(
    () =>
      void fireEvent.click(view.getByLabelText('The XML that the marketplace expects is missing'))
  )
  expect(told).toEqual([['XML_REQUIRED', 'ACCESS_KEY_INVALID'], []])
})

test.each(['en', 'pt', 'es'])('each warning has words of its own, in %s', (language) => {
  const { view, boxes } = show([], language)
  const labels = boxes().map(({ id }) => view.container.querySelector(`label[for="${id}"]`))
  const said = labels.map((label) => (label ? label.textContent : ''))
  expect(new Set(said).size).toBe(doorChoices.length)
  for (const one of said) expect(one).not.toMatch(/^$|_/)
})

test('one that this panel does not know is named by its code', () => {
  const { view } = show(['CONNECTOR_AWAY'])
  expect((view.getByLabelText('CONNECTOR_AWAY') as HTMLInputElement).checked).toBe(true)
})

describe('as text', () => {
  const settings = {
    defaultCourier: null,
    carriers: [],
    xmlRequired: 'NEVER' as const,
    freightOn: 'LAST_INVOICE' as const,
    noteOnOrder: false,
  }
  const text = (doorAccepts?: Warnings) =>
    render(<SettingValue name="doorAccepts" settings={{ ...settings, doorAccepts }} />).container
      .textContent

  test('they stand one below the other, and none is said to be none', () => {
    expect(text(['XML_REQUIRED', 'DELIVERED_ALREADY'])).toBe(
      'The XML that the marketplace expects is missingA delivery would be undone'
    )
    expect(text([])).toBe('nothing')
  })
})
