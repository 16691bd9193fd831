/** What separates the groups of a document: of 315.226.804-11, 12.345.678-5, XAXX-010101-000, 315 226 804 11. */
const SEPARATORS = /[.\-/\s]/g

const DOCUMENT = /^(?:\d{7,11}|\d{7,8}K|[0-9A-Z]{12}\d{2}|[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{3})$/

/** How shops of each country write them: [the bare document, the ways]. */
const WRITTEN: readonly (readonly [RegExp, readonly string[]])[] = [
  // Brazil: CPF, CNPJ.
  [/^(\d{3})(\d{3})(\d{3})(\d{2})$/, ['$1.$2.$3-$4']],
  [/^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})(\d{2})$/, ['$1.$2.$3/$4-$5']],
  // Argentina: CUIT, DNI.
  [/^(\d{2})(\d{8})(\d)$/, ['$1-$2-$3']],
  [/^(\d{1,2})(\d{3})(\d{3})$/, ['$1.$2.$3']],
  // Chile: RUT. Colombia: NIT.
  [/^(\d{1,3})(\d{3})(\d{3})([0-9K])$/, ['$1.$2.$3-$4', '$1$2$3-$4']],
  // Mexico: RFC.
  [/^([A-ZÑ&]{3,4})(\d{6})([0-9A-Z]{3})$/, ['$1-$2-$3']],
]

/** OMS is asked for one after another, so not for many. */
const MOST_FORMS = 4

/**
 * The ways in which a store may have written down the document that somebody typed, likeliest first; none where it is no
 * document by its shape. OMS keeps it as the checkout gave it, and no source says that its search sees through signs in
 * between (oms §4). Its check digits are not asked: those of test companies are wrong.
 */
export function documentForms(typed: string): readonly string[] {
  const upper = typed.trim().toUpperCase()
  const bare = upper.replace(SEPARATORS, '')
  if (!DOCUMENT.test(bare) || !/\d{4}/.test(bare.replace(/[A-Z]/g, ''))) return []
  const written = WRITTEN.flatMap(([shape, ways]) =>
    shape.test(bare) ? ways.map((way) => bare.replace(shape, way)) : []
  )
  // Signs in between are the person's own way rather than the store's.
  const first = bare.length < upper.length ? [bare, upper] : [typed.trim(), bare]
  return [...new Set([...first, ...written])].slice(0, MOST_FORMS)
}
