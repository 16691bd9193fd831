import type { Settings } from './settingsModel'

type Warnings = Settings['doorAccepts']

/** Every warning that a store may let the door take, in the service's order; a check holds both lists equal. */
export const doorChoices: Warnings = [
  'VALUE_NOT_ITEMS',
  'VALUE_LEAVES_REMAINDER',
  'XML_REQUIRED',
  'TRACKING_REPLACES',
  'ACCESS_KEY_INVALID',
  'DELIVERED_ALREADY',
  'ORDER_STATE_FORBIDS',
  'XML_DISAGREES',
  'XML_ITEMS_UNCLEAR',
  'XML_NOT_AUTHORIZED',
  'XML_RECIPIENT_DIFFERS',
  'XML_TEST_ENVIRONMENT',
  'XML_WRONG_TYPE',
]

/** What a newer service lets a store choose stays chosen: it has a box of its own while it is. */
export const offeredWith = (accepted: Warnings): Warnings => [
  ...doorChoices,
  ...accepted.filter((code) => !doorChoices.includes(code)),
]

/** In the order of the boxes, however they were ticked. */
export const ticked = (accepted: Warnings, code: Warnings[number], isTicked: boolean): Warnings =>
  offeredWith(accepted).filter((one) => (one === code ? isTicked : accepted.includes(one)))
