import { decodeDelivery } from './decodeDelivery'

const address = {
  receiverName: 'Iara Moreno',
  city: 'Santos',
  state: 'SP',
  street: 'Rua das Flores',
}
const store = {
  isPickupStore: true,
  friendlyName: 'Vila Leopoldina',
  address: { city: 'São Paulo', state: 'SP', receiverName: null },
}
const decoded = (shippingData: unknown) => decodeDelivery(shippingData).delivery
const line = (itemIndex: number, more: Record<string, unknown> = {}) => ({ itemIndex, ...more })

describe('where an order goes', () => {
  it('is the address, with who receives it there; nothing else of it is taken over', () => {
    expect(decoded({ address, logisticsInfo: [line(0, { selectedSla: 'PAC' })] })).toEqual({
      methods: ['PAC'],
      recipient: 'Iara Moreno',
      city: 'Santos',
      state: 'SP',
      pickupPoint: null,
    })
  })

  it('is the pickup point where the customer collects it, not the customer’s own address', () => {
    const logisticsInfo = [line(0, { selectedSla: 'Retira', pickupStoreInfo: store })]
    expect(decoded({ address, logisticsInfo })).toMatchObject({
      recipient: 'Iara Moreno',
      city: 'São Paulo',
      pickupPoint: 'Vila Leopoldina',
    })
  })

  it('is the first of several addresses where none stands alone', () => {
    expect(decoded({ address: null, selectedAddresses: [address] }).city).toBe('Santos')
  })

  it('names each chosen delivery type once, by the lines, in VTEX’s words where it has some', () => {
    const logisticsInfo = [
      line(2, { selectedSla: 'PAC' }),
      line(1, { selectedSla: 'e1', slas: [{ id: 'e1', name: 'Expressa' }] }),
      line(0, { selectedSla: 'PAC' }),
      line(3, { selectedSla: 'vtex:fob_nts' }),
      line(4, { selectedSla: null }),
    ]
    expect(decoded({ logisticsInfo }).methods).toEqual(['PAC', 'Expressa'])
  })

  it.each([null, [], 'x', { address: 7, logisticsInfo: [{ pickupStoreInfo: 1 }, 'x', null] }])(
    'is unknown where VTEX holds nothing of it: %j',
    (shippingData) => {
      expect(decoded(shippingData)).toEqual({
        methods: [],
        recipient: null,
        city: null,
        state: null,
        pickupPoint: null,
      })
    }
  )
})
