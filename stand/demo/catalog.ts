/** What the demo store sells. Prices in cents of the currency that an order is in. */

export interface Sku {
  id: string
  productId: string
  refId: string | null
  ean: string | null
  name: string
  price: number
  ncm: string
  measurementUnit?: string
  unitMultiplier?: number
  components?: Array<{ id: string; name: string; quantity: number; price: number }>
}

function sku(id: string, name: string, price: number, ean: string | null, ncm: string): Sku {
  return { id, productId: `7${id}`, refId: `REF-${id}`, ean, name, price, ncm }
}

export const MUG = sku('101', 'Caneca esmaltada 350 ml', 4_990, '7890000001017', '73239900')
export const KETTLE = sku('102', 'Chaleira elétrica 1,7 l', 18_990, '7890000001024', '85167100')
export const KNIFE = sku('103', 'Faca do chef 8"', 12_900, '7890000001031', '82119210')
export const SCREW = sku('104', 'Parafuso sextavado M6', 17, '7890000001048', '73181500')
export const LAMP = sku('105', 'Luminária de mesa articulada', 23_450, '7890000001055', '94052100')
export const TOWEL = sku('106', 'Toalha de banho gigante', 7_990, '7890000001062', '63026000')
export const NOTEBOOK = sku('107', 'Caderno pautado A5', 2_790, null, '48202000')
export const STICKER = sku('108', 'Cartela de adesivos (brinde)', 0, null, '49119900')
export const CHEESE: Sku = {
  ...sku('109', 'Queijo meia cura (peça fracionada)', 8_990, '2000000001098', '04069020'),
  measurementUnit: 'kg',
  unitMultiplier: 0.355,
}
export const BREAKFAST_KIT: Sku = {
  ...sku('110', 'Kit café da manhã', 27_900, '7890000001109', '73239900'),
  components: [
    { id: '101', name: 'Caneca esmaltada 350 ml', quantity: 2, price: 4_490 },
    { id: '102', name: 'Chaleira elétrica 1,7 l', quantity: 1, price: 17_990 },
  ],
}
export const CHAIR = sku('111', 'Cadeira de escritório', 89_900, '7890000001116', '94013900')
export const HEADPHONES = sku('112', 'Fone de ouvido sem fio', 34_990, '7890000001123', '85183000')
export const SOAP = sku('113', 'Sabonete vegetal 90 g', 1_101, '7890000001130', '34011190')
export const COFFEE = sku('114', 'Café em grãos 500 g', 5_450, '7890000001147', '09012100')

export const WORKSTATION = sku(
  '201',
  'Estación de trabajo 3D',
  899_000_000,
  '7700000002017',
  '84714900'
)
export const ARABICA = sku('202', 'Café de origen 340 g', 3_890_000, '7700000002024', '09012100')
export const PONCHO = sku('301', 'Poncho de lana', 4_599_000, '7800000003015', '62021000')
export const MERKEN = sku('302', 'Merkén ahumado 100 g', 349_000, '7800000003022', '09109900')
export const TALAVERA = sku('401', 'Plato de Talavera', 64_900, '7500000004015', '69111000')
export const MOLE = sku('402', 'Mole poblano 500 g', 18_950, '7500000004022', '21039000')
export const JACKET = sku('501', 'Rain jacket', 12_999, '0850000005017', '62021000')
export const BOTTLE = sku('502', 'Steel bottle 32 oz', 3_495, '0850000005024', '73239900')
