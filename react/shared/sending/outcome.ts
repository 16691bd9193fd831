import { Outcome as ContractOutcome } from '../graphql/generated'

export type Outcome = ContractOutcome

/** What a call was about: the object of an outcome's sentence. */
export interface OutcomeObject {
  kind: 'invoice' | 'return' | 'tracking' | 'delivery' | 'handling'
  /** Invoice number, or for handling the order id. */
  number: string
  /** Of a delivery that goes on as it was: nobody is told of a delivery where only events were added. */
  isEventsOnly?: boolean
  /** A delivery that is taken back. */
  isUndone?: boolean
}
