/** The invoice form of an order, and the list of documents where several were given: what goes once nothing is left to invoice. */
export const SINGLE = 'invoice'
export const SEVERAL = 'several'
