import type { FiscalDocument } from '../fiscal/document'
import { cents } from '../values/money'
import { moment } from './someOrder'

/** An authorised NF-e that fits someOrder, and says nothing of its items. */
export function someDocument(changes: Partial<FiscalDocument> = {}): FiscalDocument {
  return {
    kind: 'NFE',
    rootElement: 'nfeProc',
    nature: 'SALE',
    key: '31170758731662018088550010006437971006437976',
    keyIsValid: true,
    number: '643797',
    series: '1',
    issuanceDate: moment('2026-03-10T08:00:00-03:00'),
    value: cents(11_500),
    currency: 'BRL',
    issuerId: '58731662018088',
    recipientId: '12345678909',
    authorized: true,
    protocol: '1',
    protocolStatus: '100',
    testEnvironment: false,
    isEntry: false,
    items: [],
    cancels: [],
    problems: [],
    ...changes,
  }
}
