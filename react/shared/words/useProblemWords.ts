import { useCallback } from 'react'
import { MoneyCurrency } from '../format/money'
import { usePanelZone } from '../format/zone'
import { useHasWords, useLanguage, useWords } from './useWords'
import { factOf, factValues, ProblemLike } from './problemFacts'
import { remedies } from './remedies'

export interface ProblemContext {
  currency?: MoneyCurrency
  timeZone?: string | null
  /** In a row of a batch nothing can be pressed: what to do is told for the file and the order's own page. */
  isOfBatch?: boolean
}

export interface ProblemSentence {
  sentence: string
  /** Advice, its active part between stars; empty where there is none. */
  remedy: string
}

const actionOf = (code: string) => (remedies[code] ? remedies[code].action : '')
const plain = (text: string) => text.replace(/\*/g, '')

/** Words for a status as VTEX says it, and for one that is new as VTEX sends it. */
export function useStatusWords(): (status: string) => string {
  const words = useWords()
  const hasWords = useHasWords()
  return useCallback(
    (status) => (hasWords(`status.${status}`) ? words(`status.${status}`) : status),
    [words, hasWords]
  )
}

/** Turns problems into sentences of the admin's language by code and facts; a code without words shows the service's own. */
export function useProblemWords(context: ProblemContext = {}) {
  const words = useWords()
  const hasWords = useHasWords()
  const language = useLanguage()
  const wordForStatus = useStatusWords()
  const zone = usePanelZone(context.timeZone)
  const { currency, isOfBatch } = context

  // The service says in English what is wrong with a setting; the field alone tells the sentence in every language.
  const settingSentence = useCallback(
    (problem: ProblemLike): ProblemSentence => {
      const field = problem.field.filter((step) => !/^\d+$/.test(step)).pop() || ''
      const known = `settingProblem.${field}`
      const named = hasWords(`setting.${field}`) ? words(`setting.${field}`) : field
      const carrier = factOf(problem, 'carrier')
      const setting = carrier ? words('setting.ofCarrier', { carrier, setting: named }) : named
      const said = factOf(problem, 'problem') || problem.message
      const what = hasWords(known) ? words(known) : said
      return {
        sentence: words('problem.SETTINGS_INVALID', { setting, problem: what }),
        remedy: words('problem.SETTINGS_INVALID.remedy'),
      }
    },
    [words, hasWords]
  )

  const sentenceOf = useCallback(
    (problem: ProblemLike): ProblemSentence => {
      const values = factValues(problem, {
        language,
        timeZone: zone.timeZone,
        now: Date.now(),
        currency,
        wordForStatus,
        wordForField: (field) => (hasWords(`field.${field}`) ? words(`field.${field}`) : field),
      })
      const connector = `connections.title.${values.connector}`
      if (hasWords(connector)) values.connector = words(connector)
      const known = hasWords(`problem.${problem.code}`)
      if (!known) return { sentence: words('problem.unknown', values), remedy: '' }
      if (problem.code === 'SETTINGS_INVALID') return settingSentence(problem)
      const { code } = problem
      const forBatch = [`batches.remedy.${code}`, `batches.remedy.${actionOf(code)}`]
      const sentenceKey = [`batches.problem.${code}`].filter((key) => isOfBatch && hasWords(key))[0]
      const remedyKey = [...(isOfBatch ? forBatch : []), `problem.${code}.remedy`].filter(
        hasWords
      )[0]
      return {
        sentence: words(sentenceKey || `problem.${code}`, values),
        remedy: remedyKey ? words(remedyKey, values) : '',
      }
    },
    [words, hasWords, language, zone.timeZone, currency, wordForStatus, settingSentence, isOfBatch]
  )

  /** One line of plain text, for live regions and titles. */
  const textOf = useCallback(
    (problem: ProblemLike) => {
      const { sentence, remedy } = sentenceOf(problem)
      return plain(remedy ? `${sentence} ${remedy}` : sentence)
    },
    [sentenceOf]
  )
  return { sentenceOf, textOf, allTheSame: words('problem.sendAllTheSame') }
}
