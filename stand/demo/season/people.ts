/** Invented customers by the thousand: names that are put together, every check digit right. */
import { cpf } from '../checkDigits'
import * as people from '../people'
import type { Customer } from '../people'
import { BRAZIL, CHILE, COLOMBIA, MEXICO, type Store } from '../stores'

const FIRST = [
  ...['Adelaide', 'Amaro', 'Benedita', 'Caetano', 'Dalva', 'Elias', 'Firmina', 'Gaspar', 'Helena'],
  ...['Inácio', 'Jacira', 'Leôncio', 'Marília', 'Norberto', 'Odete', 'Plínio', 'Quitéria'],
  ...['Raimundo', 'Serafina', 'Tarcísio', 'Úrsula', 'Vicente', 'Zélia'],
]
const LAST = [
  ...['Abrantes', 'Bittencourt', 'Cordeiro', 'Damasceno', 'Espíndola', 'Fagundes', 'Guimarães'],
  ...['Holanda', 'Junqueira', 'Lacerda', 'Mesquita', 'Noronha', 'Osório', 'Pimentel', 'Queiroga'],
  ...['Rezende', 'Sampaio', 'Teixeira', 'Valadares', 'Xavier'],
]
const BRAZILIANS = [people.ANA, people.BENTO, people.CELIA, people.DARIO]
const ABROAD = new Map<Store, Customer>([
  [COLOMBIA, people.HERNAN],
  [CHILE, people.ISIDORA],
  [MEXICO, people.JUANA],
])

const at = <T>(all: readonly T[], index: number): T => all[index % all.length]!

/** The same for the same number. */
export function customerOf(number: number, store: Store): Customer {
  const firstName = at(FIRST, number)
  const lastName = at(LAST, Math.floor(number / FIRST.length))
  const mailbox = `${firstName}.${lastName}.${number}`.toLowerCase()
  const email = `${mailbox.normalize('NFD').replace(/[^a-z0-9.]/g, '')}@example.com`
  const named = { firstName, lastName, email }
  if (store !== BRAZIL) return { ...ABROAD.get(store)!, ...named }
  const document = cpf(String(200_000_000 + number * 31))
  return { ...at(BRAZILIANS, number), ...named, document }
}
