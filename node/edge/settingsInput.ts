import { z } from 'zod'
import { isNumberPattern } from '../domain/values/numberPattern'
import { LEAST_BATCH_PACE, MOST_BATCH_PACE } from '../domain/values/settings'
import { DOOR_MAY_ACCEPT, DOOR_NEVER_ACCEPTS } from '../domain/problem/doorAccepts'
import type { Problem, ProblemCode } from '../domain/problem/problem'
import { problem } from '../domain/problem/problems'
import type { NewSettings } from '../usecases/ports'
import type { SettingsInput } from './generated/schema'

const MOST_CARRIERS = 100
const NAME_LENGTH = 100
const URL_LENGTH = 500
const PATTERN_LENGTH = 200

const blankIsNull = (text: string | null | undefined) => text?.trim() || null
const optionalText = z.string().nullish().transform(blankIsNull)
const atMost = (length: number) => `at most ${length} characters`

const carrier = z.object({
  name: z.string().trim().min(1, 'a carrier needs a name').max(NAME_LENGTH, atMost(NAME_LENGTH)),
  urlTemplate: optionalText
    .refine((url) => url === null || url.length <= URL_LENGTH, atMost(URL_LENGTH))
    .refine(
      (url) => url === null || isWebAddress(url),
      'a link begins with http:// or https:// and holds no credentials'
    ),
  numberPattern: optionalText
    .refine(
      (pattern) => pattern === null || pattern.length <= PATTERN_LENGTH,
      atMost(PATTERN_LENGTH)
    )
    .refine(
      (pattern) => pattern === null || isNumberPattern(pattern),
      'a number pattern holds letters, digits, sets such as [A-Z], groups with | and counts, and no look-around or back reference'
    ),
})

const rules = z.object({
  defaultCourier: optionalText.refine(
    (name) => name === null || name.length <= NAME_LENGTH,
    atMost(NAME_LENGTH)
  ),
  carriers: z
    .array(carrier)
    .max(MOST_CARRIERS, `at most ${MOST_CARRIERS} carriers`)
    .superRefine((carriers, ctx) => {
      const names = carriers.map(({ name }) => name.toLowerCase())
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return
        ctx.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: 'another carrier has this name',
        })
      })
    }),
  xmlRequired: z.enum(['NEVER', 'CERTIFIED_MARKETPLACES', 'ALWAYS']),
  freightOn: z.enum(['FIRST_INVOICE', 'LAST_INVOICE']),
  noteOnOrder: z.boolean(),
  batchPace: z
    .number()
    .refine(
      (pace) => pace >= LEAST_BATCH_PACE && pace <= MOST_BATCH_PACE,
      `from ${LEAST_BATCH_PACE} to ${MOST_BATCH_PACE} reads of orders a minute`
    )
    .nullish()
    .transform((pace) => pace ?? null),
  doorAccepts: z
    .array(
      z.string().superRefine((code, ctx) => {
        const message = whyNotByItself(code as ProblemCode)
        if (message) ctx.addIssue({ code: 'custom', message })
      })
    )
    .nullish()
    .transform((codes) => codes && DOOR_MAY_ACCEPT.filter((code) => codes.includes(code)))
    .transform((codes) => codes ?? null),
})

/** Settings as they may be saved, or one SETTINGS_INVALID for each setting that may not. */
export function settingsFrom(
  input: SettingsInput
): { readonly valid: NewSettings } | { readonly problems: readonly Problem[] } {
  const read = rules.safeParse(input)
  if (read.success) return { valid: read.data }
  return {
    problems: read.error.issues.map((issue) =>
      problem('SETTINGS_INVALID', {
        field: ['settings', ...issue.path.map(String)],
        facts: settingFacts(issue, input),
      })
    ),
  }
}

/** Null where the door may take the warning by itself. */
function whyNotByItself(code: ProblemCode): string | null {
  if (DOOR_MAY_ACCEPT.includes(code)) return null
  return DOOR_NEVER_ACCEPTS.includes(code)
    ? `${code} cannot be undone, so the door never takes it by itself: the call that it concerns names it, by ?accept=${code}`
    : `${code} is nothing that could be accepted; the door may take ${DOOR_MAY_ACCEPT.join(', ')}`
}

/** What is wrong, and with which carrier: as it is called, or by its place where its name is what is missing. */
function settingFacts(
  { path: [setting, index], message }: z.core.$ZodIssue,
  input: SettingsInput
): Record<string, string> {
  if (setting !== 'carriers' || typeof index !== 'number') return { problem: message }
  const name = input.carriers[index]?.name.trim().slice(0, NAME_LENGTH)
  const carrier = name || `no. ${index + 1}`
  return { problem: `${message} (carrier ${carrier})`, carrier }
}

function isWebAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text.split('{trackingNumber}').join('0'))
    return /^https?:$/.test(protocol) && username === '' && password === ''
  } catch {
    return false
  }
}
