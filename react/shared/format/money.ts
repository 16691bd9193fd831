/** A currency as the order says it. */
export interface MoneyCurrency {
  code: string
  decimalDigits: number
  /** The order's own way of writing, for example es-MX; not every order names one. */
  locale?: string | null
}

const formats = new Map<string, Intl.NumberFormat>()

function moneyFormat(language: string, code: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${code} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: /^[A-Za-z]{3}$/.test(code) ? code : 'BRL',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}

/**
 * The order's own way of writing amounts where it is one of the admin's language: a Mexican reads $4,227.30 of a Mexican
 * order, while "es" alone would write 4227,30 MXN. In another language amounts stay as the rest of the page writes them.
 */
function writing({ locale }: MoneyCurrency, language: string): string {
  if (!locale || tongue(locale) !== tongue(language) || !isKnown(locale)) return language

  return locale
}

const tongue = (locale: string) => locale.toLowerCase().split(/[-_]/)[0]

function isKnown(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch (error) {
    return false
  }
}

/** Hundredths that are not zero are shown even where the currency has none: hiding them would hide a remainder. */
function digitsOf(cents: number, currency: MoneyCurrency): number {
  return cents % 100 === 0 ? currency.decimalDigits : 2
}

/** Integer cents in the admin's language, for example R$ 1,249.90; minus, not brackets. */
export function formatMoney(cents: number, currency: MoneyCurrency, language: string): string {
  const written = writing(currency, language)
  return moneyFormat(written, currency.code, digitsOf(cents, currency)).format(cents / 100)
}

/** Integer cents where nobody says of which currency: files and rows of a batch name none. */
export function formatAmount(cents: number, language: string): string {
  const known = formats.get(language)
  if (known) return known.format(cents / 100)
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  const made = new Intl.NumberFormat(language, digits)
  formats.set(language, made)
  return made.format(cents / 100)
}

/** The sign that stands outside a money field. */
export function moneySymbol(currency: MoneyCurrency, language: string): string {
  const part = moneyFormat(writing(currency, language), currency.code, 0)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
  return part ? part.value : currency.code
}

/** Cents as a person would type them in a field of this language, without grouping: 1249,90. */
export function moneyText(cents: number, currency: MoneyCurrency, language: string): string {
  const digits = digitsOf(cents, currency)
  const sign = cents < 0 ? '-' : ''
  const padded = String(Math.abs(cents)).padStart(3, '0')
  const whole = padded.slice(0, -2)
  if (digits === 0) return sign + whole
  const decimal = new Intl.NumberFormat(writing(currency, language)).format(1.5).replace(/\d/g, '')
  return `${sign}${whole}${decimal}${padded.slice(-2)}`
}

// Digits in one piece, or in threes behind one and the same sign: 100.0090 is a slip of the hand, not a million.
const WHOLE = /^(\d+|\d{1,3}(?:([.,'\s\u00a0\u202f])\d{3})(?:\2\d{3})*)$/

/**
 * Cents out of typed text, by digits: the last separator with one or two digits behind it is the decimal, every other one
 * groups by three. Null where the text is no amount; an empty text is null too.
 */
export function readMoney(text: string): number | null {
  const bare = text.replace(/[^\d.,'\s\u00a0\u202f-]/g, '').trim()
  const match = /^(-?)\s*([\d.,'\s\u00a0\u202f]*\d)$/.exec(bare)
  if (!match || /[A-Za-z]{4,}/.test(text)) return null
  const [, sign, amount] = match
  const decimal = /^(.*?)[.,](\d{1,2})$/.exec(amount)
  const grouped = (decimal ? decimal[1] : amount).trim()
  if (grouped !== '' && !WHOLE.test(grouped)) return null
  const whole = grouped.replace(/\D/g, '') || '0'
  const hundredths = (decimal ? decimal[2] : '').padEnd(2, '0')
  const cents = Number(whole + hundredths)
  if (!Number.isSafeInteger(cents)) return null
  return sign && cents !== 0 ? -cents : cents
}
