import { SaveSettingsMutationVariables, SettingsQuery } from '../../shared/graphql/generated'
import { ProblemLike } from '../../shared/words/problemFacts'

export type Settings = SettingsQuery['settings']
export type SettingsInput = SaveSettingsMutationVariables['settings']

export interface CarrierDraft {
  key: string
  name: string
  urlTemplate: string
  numberPattern: string
  /** Stays in its place until saved, so that it can come back. */
  isRemoved: boolean
}

export interface SettingsDraft {
  defaultCourier: string
  carriers: CarrierDraft[]
  xmlRequired: Settings['xmlRequired']
  freightOn: Settings['freightOn']
  noteOnOrder: boolean
  /** Reads of orders a minute. */
  batchPace: number
  doorAccepts: Settings['doorAccepts']
}

export const settingNames = [
  'carriers',
  'defaultCourier',
  'xmlRequired',
  'freightOn',
  'noteOnOrder',
  'batchPace',
  'doorAccepts',
] as const
export type SettingName = (typeof settingNames)[number]

let made = 0
const newKey = () => {
  made += 1
  return `carrier-${made}`
}

export const emptyCarrier = (): CarrierDraft => ({
  key: newKey(),
  name: '',
  urlTemplate: '',
  numberPattern: '',
  isRemoved: false,
})

export function draftOf(settings: Settings): SettingsDraft {
  return {
    defaultCourier: settings.defaultCourier || '',
    carriers: settings.carriers.map((carrier) => ({
      key: newKey(),
      name: carrier.name,
      urlTemplate: carrier.urlTemplate || '',
      numberPattern: carrier.numberPattern || '',
      isRemoved: false,
    })),
    xmlRequired: settings.xmlRequired,
    freightOn: settings.freightOn,
    noteOnOrder: settings.noteOnOrder,
    batchPace: settings.batchPace,
    doorAccepts: settings.doorAccepts,
  }
}

export const keptCarriers = (draft: SettingsDraft) =>
  draft.carriers.filter(({ isRemoved }) => !isRemoved)

export function inputOf(draft: SettingsDraft, version: string): SettingsInput {
  return {
    version,
    defaultCourier: draft.defaultCourier || null,
    carriers: keptCarriers(draft).map(({ name, urlTemplate, numberPattern }) => ({
      name: name.trim(),
      urlTemplate: urlTemplate.trim() || null,
      numberPattern: numberPattern.trim() || null,
    })),
    xmlRequired: draft.xmlRequired,
    freightOn: draft.freightOn,
    noteOnOrder: draft.noteOnOrder,
    batchPace: draft.batchPace,
    doorAccepts: draft.doorAccepts,
  }
}

const plain = ({
  carriers,
  defaultCourier,
  xmlRequired,
  freightOn,
  noteOnOrder,
  batchPace,
  doorAccepts,
}: Omit<SettingsInput, 'version'>) => ({
  carriers: carriers.map(({ name, urlTemplate, numberPattern }) => [
    name,
    urlTemplate || null,
    numberPattern || null,
  ]),
  defaultCourier: defaultCourier || null,
  xmlRequired,
  freightOn,
  noteOnOrder,
  batchPace,
  doorAccepts: [...(doorAccepts || [])].sort(),
})

/** The settings in which two differ; what is only written differently (blanks) is the same. */
export function changedSettings(draft: SettingsDraft, stored: Settings): SettingName[] {
  const mine = plain(inputOf(draft, ''))
  const theirs = plain(stored)
  return settingNames.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
}

/** Puts one setting of somebody else's into the draft. */
export function takeTheirs(
  draft: SettingsDraft,
  theirs: Settings,
  name: SettingName
): SettingsDraft {
  return { ...draft, [name]: draftOf(theirs)[name] }
}

/**
 * What is left to choose after somebody else saved: settings that both changed. What only they changed is theirs without a
 * question, what only I changed stays mine.
 */
export function mergeTheirs(draft: SettingsDraft, before: Settings, theirs: Settings) {
  const mine = changedSettings(draft, before)
  const changedByThem = changedSettings(draftOf(before), theirs)
  const conflicts = changedSettings(draft, theirs).filter(
    (name) => mine.includes(name) && changedByThem.includes(name)
  )
  const merged = changedByThem
    .filter((name) => !mine.includes(name))
    .reduce((next, name) => takeTheirs(next, theirs, name), draft)
  return { merged, conflicts }
}

/** Where a problem of saving stands: ["settings","carriers","0","name"] counts the carriers that are kept. */
export function placeOf(
  field: readonly string[],
  draft: SettingsDraft
): { key: string | null; name: string } {
  const [, setting = '', index, part] = field
  if (setting !== 'carriers' || index === undefined) return { key: null, name: setting }
  const carrier = keptCarriers(draft)[Number(index)]
  return { key: carrier ? carrier.key : null, name: part || 'name' }
}

/** A problem of saving at its place, with what stood there when it was found. */
export interface PlacedProblem {
  problem: ProblemLike
  key: string | null
  name: string
  given: string
}

function given(draft: SettingsDraft, key: string | null, name: string): string {
  const holder: object | undefined =
    key === null ? draft : keptCarriers(draft).find((carrier) => carrier.key === key)
  return JSON.stringify(holder && (holder as Record<string, unknown>)[name]) || ''
}

/** Puts the problems of an answer to the fields of what was sent. */
export function placed(problems: readonly ProblemLike[], sent: SettingsDraft): PlacedProblem[] {
  return problems
    .filter(({ code }) => code !== 'SETTINGS_CHANGED')
    .map((problem) => {
      const { key, name } = placeOf(problem.field, sent)
      return { problem, key, name, given: given(sent, key, name) }
    })
}

/** Those whose field still holds what was refused; the others are being corrected, or are gone. */
export const standing = (problems: readonly PlacedProblem[], draft: SettingsDraft) =>
  problems.filter((problem) => given(draft, problem.key, problem.name) === problem.given)

type Carriers = Omit<SettingsInput, 'version'>['carriers']

/** The carriers of one list that the other does not hold just so, and how many both hold. */
export function carriersApart(list: Carriers, other: Carriers) {
  const line = ({ name, urlTemplate, numberPattern }: Carriers[number]) =>
    JSON.stringify([name, urlTemplate || null, numberPattern || null])
  const others = other.map(line)
  const apart = list.filter((carrier) => !others.includes(line(carrier)))
  return { apart, same: list.length - apart.length }
}
