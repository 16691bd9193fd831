export type Language = 'en' | 'pt' | 'es'

/** What a browser set to the language asks of a page. */
export const CULTURES: Readonly<Record<Language, string>> = {
  en: 'en-US',
  pt: 'pt-BR',
  es: 'es-MX',
}

export interface WalkWords {
  readonly toInvoice: string
  readonly chooseFiles: string
  readonly invoiceNumber: string
  readonly value: string
  readonly invoiceAll: (units: number, amount: RegExp) => RegExp
  readonly done: (what: string) => RegExp
  readonly invoice: (number: string) => string
  readonly trackingOf: (number: string) => string
  readonly eventsOf: (number: string) => string
  readonly deliveryOf: (number: string) => string
  readonly addTracking: string
  readonly trackingNumber: string
  readonly guess: RegExp
  readonly saveTracking: RegExp
  readonly addEvents: string
  readonly when: RegExp
  readonly what: string
  readonly city: string
  readonly state: string
  readonly sendEvent: string
  readonly markDelivered: string
  readonly sendDelivered: (number: string) => string
  readonly timeline: (number: string) => string
  readonly delivered: string
  readonly nextOrder: RegExp
}

/** What the walk reads on the screen, as the screens' specification words it. */
export const WALK_WORDS: Readonly<Record<'en' | 'pt', WalkWords>> = {
  en: {
    toInvoice: 'To invoice',
    chooseFiles: 'Choose files',
    invoiceNumber: 'Invoice number',
    value: 'Value',
    invoiceAll: (units, amount) =>
      new RegExp(`^Invoice ${units} of ${units} units, ${amount.source}$`),
    done: (what) => new RegExp(`^Done: ${what}\\. VTEX shows it\\.`),
    invoice: (number) => `invoice ${number}`,
    trackingOf: (number) => `tracking of invoice ${number}`,
    eventsOf: (number) => `events of invoice ${number}`,
    deliveryOf: (number) => `delivery of invoice ${number}`,
    addTracking: 'Add tracking',
    trackingNumber: 'Tracking number or link',
    guess: /Correios, detected/,
    saveTracking: /^Save tracking/,
    addEvents: 'Add events',
    when: /^When/,
    what: 'Description',
    city: 'City',
    state: 'State',
    sendEvent: 'Add 1 event',
    markDelivered: 'Mark delivered',
    sendDelivered: (number) => `Mark invoice ${number} delivered`,
    timeline: (number) => `Tracking events of invoice ${number}`,
    delivered: 'Delivered',
    nextOrder: /^Next order/,
  },
  pt: {
    toInvoice: 'A faturar',
    chooseFiles: 'Escolher arquivos',
    invoiceNumber: 'Número da nota',
    value: 'Valor',
    invoiceAll: (units, amount) =>
      new RegExp(`^Faturar ${units} de ${units} unidades, ${amount.source}$`),
    done: (what) => new RegExp(`^Pronto: ${what}\\. Já está na VTEX\\.`),
    invoice: (number) => `nota fiscal ${number}`,
    trackingOf: (number) => `rastreio da nota ${number}`,
    eventsOf: (number) => `eventos da nota ${number}`,
    deliveryOf: (number) => `entrega da nota ${number}`,
    addTracking: 'Adicionar rastreio',
    trackingNumber: 'Número de rastreio ou link',
    guess: /Correios, detectada/,
    saveTracking: /^Salvar rastreio/,
    addEvents: 'Adicionar eventos',
    when: /^Quando/,
    what: 'Descrição',
    city: 'Cidade',
    state: 'UF',
    sendEvent: 'Adicionar 1 evento',
    markDelivered: 'Confirmar entrega',
    sendDelivered: (number) => `Confirmar entrega da nota ${number}`,
    timeline: (number) => `Eventos de rastreio da nota ${number}`,
    delivered: 'Entregue',
    nextOrder: /^Próximo pedido/,
  },
}
