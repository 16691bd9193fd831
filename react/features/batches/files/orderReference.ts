/** VTEX's own form: 13 digits or letters of an affiliate before them, and which part of the purchase. */
const VTEX_ID = /\b(?:[A-Z]{3}-)?[A-Za-z0-9]{6,40}-\d{2}\b/g
/** A number after a word that says what it is, as ERPs write it: "OC: 123", "Ref. ao pedido número 123", "N° Pedido: 123". */
const AFTER_A_WORD =
  /\b(?:pedido|ped|order|orden|oc|p\.?o)\b[^\dA-Za-z]{0,4}(?:(?:de\s+)?(?:compra|venda|cliente|loja|vtex|marketplace|e-?commerce|web)[^\dA-Za-z]{0,4})?(?:n(?:[úu]mero|um|ro|[º°o.])?[^\dA-Za-z]{0,3})?#?((?:[A-Za-z]{2,4}-)?[A-Za-z]*\d[\dA-Za-z-]{3,30})/gi
/** A key of a document stands in the same texts and is no order. */
const KEY = /\b\d[\d .]{42,60}\d\b/g

/** An order as stores write it in a cell: "#1001" and blanks around it are how it is shown. */
export function cleanReference(text: string): string {
  return text.replace(/^#/, '').trim()
}

/**
 * What in these texts may be the order, the surest first: a whole text that is one word, an id in VTEX's form, a number
 * after a word for order. Never a number that stands alone in a sentence.
 */
export function referencesIn(texts: readonly string[]): string[] {
  const bare = texts.map((text) => text.replace(KEY, ' '))
  const whole = bare
    .map(cleanReference)
    .filter((text) => /^[\dA-Za-z-]{4,40}$/.test(text) && /\d/.test(text))
  const ids = bare.reduce<string[]>((all, text) => all.concat(text.match(VTEX_ID) || []), [])
  const named = bare.reduce<string[]>((all, text) => {
    AFTER_A_WORD.lastIndex = 0
    for (let hit = AFTER_A_WORD.exec(text); hit; hit = AFTER_A_WORD.exec(text)) all.push(hit[1])

    return all
  }, [])

  return Array.from(new Set([...ids.filter((id) => /\d{4}/.test(id)), ...whole, ...named]))
}
