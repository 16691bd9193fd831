/** What the active part of a remedy does; the screen that shows it decides whether it can. */
export type RemedyAction =
  | 'SEARCH'
  | 'RELOAD_ORDER'
  | 'LOOK_AGAIN'
  | 'COPY_SUPPORT_TEXT'
  | 'USE_FACT'
  | 'ADD_REMAINDER'
  | 'TAKE_EVERYTHING'
  | 'REMOVE_LINE'
  | 'CHOOSE_FILE'
  | 'OPEN_ORDER'
  | 'FIND_CUSTOMER'
  | 'USE_NOW'
  | 'CUT'
  | 'ADD_TRACKING'
  | 'TRY_AGAIN'
  | 'EXPLAIN_CODE'

export interface Remedy {
  action: RemedyAction
  /** The fact that the action puts into the problem's field. */
  fact?: string
}

/** Codes whose sentence or remedy holds a *link*; the others are advice in plain words. */
export const remedies: Record<string, Remedy> = {
  ORDER_NOT_FOUND: { action: 'SEARCH' },
  ORDER_STATE_FORBIDS: { action: 'RELOAD_ORDER' },
  ORDER_CHANGE_IN_PROGRESS: { action: 'LOOK_AGAIN' },
  ORDER_STUCK: { action: 'COPY_SUPPORT_TEXT' },
  WRITE_NOT_SHOWN: { action: 'COPY_SUPPORT_TEXT' },
  INVOICE_NUMBER_UNSAFE: { action: 'USE_FACT', fact: 'suggestion' },
  INVOICE_NOT_FOUND: { action: 'RELOAD_ORDER' },
  IN_PROGRESS: { action: 'LOOK_AGAIN' },
  VALUE_OVER_REMAINING: { action: 'USE_FACT', fact: 'remaining' },
  VALUE_NOT_ITEMS: { action: 'USE_FACT', fact: 'itemsValue' },
  VALUE_LEAVES_REMAINDER: { action: 'ADD_REMAINDER', fact: 'remainder' },
  ITEMS_EMPTY: { action: 'TAKE_EVERYTHING' },
  ITEM_NOT_IN_ORDER: { action: 'REMOVE_LINE' },
  ITEM_QUANTITY_OVER_REMAINING: { action: 'USE_FACT', fact: 'remaining' },
  VALUE_OVER_REFUNDABLE: { action: 'USE_FACT', fact: 'refundable' },
  XML_REQUIRED: { action: 'CHOOSE_FILE' },
  XML_DISAGREES: { action: 'USE_FACT', fact: 'read' },
  XML_RECIPIENT_DIFFERS: { action: 'FIND_CUSTOMER' },
  DOCUMENT_ON_OTHER_ORDER: { action: 'OPEN_ORDER', fact: 'orderId' },
  DATE_IN_FUTURE: { action: 'USE_NOW' },
  TEXT_TOO_LONG: { action: 'CUT', fact: 'max' },
  TRACKING_NUMBER_MISSING: { action: 'ADD_TRACKING' },
  TRACKING_UNKNOWN_CODE: { action: 'EXPLAIN_CODE', fact: 'code' },
  OMS_UNAVAILABLE: { action: 'TRY_AGAIN' },
}

export interface Part {
  text: string
  isAction: boolean
}

/** Splits "Wait for the end, *Refresh*" at its stars. */
export function partsOf(sentence: string): Part[] {
  return sentence
    .split('*')
    .map((text, position) => ({ text, isAction: position % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
