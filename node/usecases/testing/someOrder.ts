// Orders and invoices that the rules' own tests are made of.
export * from '../../domain/testing/someOrder'
