/** Sales channels of the demo account, one per country (oms §2.1). */

export interface Store {
  salesChannel: string
  country: string
  currencyCode: string
  symbol: string
  decimalDigits: number
  decimalSeparator: string
  groupSeparator: string
  locale: number
  /** Windows name, as OMS sends it. */
  timeZone: string
  courier: string
  payment: { id: string; name: string; group: string }
}

export const BRAZIL: Store = {
  salesChannel: '1',
  country: 'BRA',
  currencyCode: 'BRL',
  symbol: 'R$',
  decimalDigits: 2,
  decimalSeparator: ',',
  groupSeparator: '.',
  locale: 1046,
  timeZone: 'E. South America Standard Time',
  courier: 'Transportadora Ligeira',
  payment: { id: '2', name: 'Visa', group: 'creditCard' },
}

export const COLOMBIA: Store = {
  ...BRAZIL,
  salesChannel: '2',
  country: 'COL',
  currencyCode: 'COP',
  symbol: '$',
  locale: 9226,
  timeZone: 'SA Pacific Standard Time',
  courier: 'Envíos Andinos',
  payment: { id: '4', name: 'Mastercard', group: 'creditCard' },
}

export const CHILE: Store = {
  ...BRAZIL,
  salesChannel: '3',
  country: 'CHL',
  currencyCode: 'CLP',
  symbol: '$',
  decimalDigits: 0,
  locale: 13322,
  timeZone: 'Pacific SA Standard Time',
  courier: 'Despachos del Sur',
}

export const MEXICO: Store = {
  ...BRAZIL,
  salesChannel: '4',
  country: 'MEX',
  currencyCode: 'MXN',
  symbol: '$',
  decimalSeparator: '.',
  groupSeparator: ',',
  locale: 2058,
  timeZone: 'Central Standard Time (Mexico)',
  courier: 'Paquetería Nopal',
}

export const UNITED_STATES: Store = {
  ...BRAZIL,
  salesChannel: '5',
  country: 'USA',
  currencyCode: 'USD',
  symbol: '$',
  decimalSeparator: '.',
  groupSeparator: ',',
  locale: 1033,
  timeZone: 'Eastern Standard Time',
  courier: 'Harbor Parcel',
}

const STORES: readonly Store[] = [BRAZIL, COLOMBIA, CHILE, MEXICO, UNITED_STATES]

/** The trade policies of the demo account, as VTEX's catalog shows them. */
export const salesChannels = STORES.map((store) => ({
  Id: Number(store.salesChannel),
  Name: store.country,
  IsActive: true,
  ProductClusterId: null,
  CountryCode: store.country,
  CultureInfo: null,
  TimeZone: store.timeZone,
  CurrencyCode: store.currencyCode,
  CurrencySymbol: store.symbol,
  CurrencyLocale: store.locale,
  CurrencyFormatInfo: {
    CurrencyDecimalDigits: store.decimalDigits,
    CurrencyDecimalSeparator: store.decimalSeparator,
    CurrencyGroupSeparator: store.groupSeparator,
    CurrencyGroupSize: 3,
    StartsWithCurrencySymbol: true,
  },
  Position: null,
  ConditionRule: null,
}))
