import { keyOf } from './fixtures/documents'
import { documentHash } from './identity'

const DOCUMENT = { key: null, issuerId: '11222333000181', series: '1', number: '481' }

describe('documentHash', () => {
  it('is the same for the same document and no other', () => {
    const byKey = documentHash({ ...DOCUMENT, key: keyOf() })
    expect(byKey).toMatch(/^[0-9a-f]{64}$/)
    expect(documentHash({ ...DOCUMENT, key: keyOf(), series: null, number: null })).toBe(byKey)
    expect(documentHash({ ...DOCUMENT, key: keyOf({ number: '482' }) })).not.toBe(byKey)
  })

  it('falls back to issuer, series and number, zeros aside', () => {
    const hash = documentHash(DOCUMENT)
    expect(documentHash({ ...DOCUMENT, series: '001', number: '000481' })).toBe(hash)
    expect(documentHash({ ...DOCUMENT, series: '2' })).not.toBe(hash)
    expect(documentHash({ ...DOCUMENT, issuerId: '12ABC34501DE35' })).not.toBe(hash)
    expect(documentHash({ ...DOCUMENT, number: '4810' })).not.toBe(hash)
  })

  it('is none where the document says too little', () => {
    expect(documentHash({ ...DOCUMENT, issuerId: null })).toBeNull()
    expect(documentHash({ ...DOCUMENT, number: null })).toBeNull()
  })
})
