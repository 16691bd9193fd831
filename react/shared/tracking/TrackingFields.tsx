import React, { useLayoutEffect, useRef } from 'react'
import type { ReactNode, Ref } from 'react'

import { LinkButton } from '../components/ActionButton'
import { DateTimeField } from '../components/DateTimeField'
import { TextField } from '../components/TextField'
import { useWords } from '../words/useWords'
import { compactNumber, isSeveralLines } from './carrier'
import {
  chooseCourier,
  enterTracking,
  guessAnew,
  leaveNumber,
  openChoice,
  typeTrackingUrl,
} from './trackingDraft'
import type { TrackingChoices, TrackingDraft, TrackingSource } from './trackingDraft'

export type TrackingPlace = 'trackingNumber' | 'courier' | 'trackingUrl' | 'dispatchedDate'

export interface TrackingFieldsProps {
  /** Before each field's id. */
  idPrefix: string
  draft: TrackingDraft
  choices: TrackingChoices
  offset: string
  onChange: (draft: TrackingDraft) => void
  onLeave?: (place: TrackingPlace) => void
  problemAt: (place: TrackingPlace) => ReactNode
  isInvalidAt: (place: TrackingPlace) => boolean
  isReadOnly?: boolean
  numberRef?: Ref<HTMLInputElement>
  /** The number that the stored link belongs to, where another one is being typed. */
  formerNumber?: string | null
}

/** Number first; what it says about the carrier stands beside it, as a guess. */
export function TrackingNumberField(
  props: TrackingFieldsProps & {
    hint?: ReactNode
    /** Opens the fields behind the guess, where they are folded. */
    onOpen?: () => void
  }
) {
  const { idPrefix, draft, choices, onChange, onLeave, problemAt, isInvalidAt, hint } = props
  const words = useWords()
  const several = openChoice(draft, choices, props.formerNumber)
  const guessedAmong = useRef(choices)
  useLayoutEffect(() => {
    if (guessedAmong.current === choices || props.isReadOnly) return
    guessedAmong.current = choices
    const guessed = guessAnew(draft, choices, props.formerNumber)
    if (guessed !== draft) onChange(guessed)
  })
  const guess =
    draft.courierSource === 'guess'
      ? words('tracking.carrier-guess', { carrier: draft.courier })
      : draft.courierSource === 'default'
        ? words('tracking.carrier-default', { carrier: draft.courier })
        : null

  return (
    <TextField
      id={`${idPrefix}-trackingNumber`}
      label={words('tracking.number')}
      value={draft.trackingNumber}
      onChange={(text) => onChange(enterTracking(draft, text, choices))}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text')

        // The box would join the lines to one number that nobody has.
        if (!isSeveralLines(text)) return
        event.preventDefault()
        onChange(enterTracking(draft, text, choices))
      }}
      onBlur={() => {
        const left = leaveNumber(draft)

        if (left !== draft) onChange(left)
        if (onLeave) onLeave('trackingNumber')
      }}
      isReadOnly={props.isReadOnly}
      inputRef={props.numberRef}
      isTabular
      problem={problemAt('trackingNumber')}
      isInvalid={isInvalidAt('trackingNumber')}
      hint={
        several.length > 0 ? (
          <>
            {words('tracking.carrier-which')}{' '}
            {several.map((fit) => (
              <span key={fit.courier} className="it-tracking__fit">
                <LinkButton onClick={() => onChange(chooseCourier(draft, fit.courier, choices))}>
                  {fit.courier}
                </LinkButton>{' '}
              </span>
            ))}
          </>
        ) : draft.isLinkAlone ? (
          words('tracking.kept-as-link')
        ) : guess ? (
          <>
            <span className="i">{guess}</span>
            {draft.trackingUrl && props.onOpen && ` · ${words('tracking.link-ready')}`}
            {props.onOpen && (
              <>
                {' · '}
                <LinkButton onClick={props.onOpen} label={words('tracking.change-name')}>
                  {words('tracking.change')}
                </LinkButton>
              </>
            )}
          </>
        ) : (
          hint
        )
      }
    />
  )
}

/** Carrier, link and dispatch date: typed values stay, guesses look like guesses. */
export function TrackingDetailFields(props: TrackingFieldsProps) {
  const { idPrefix, draft, choices, offset, onChange, onLeave, problemAt, isInvalidAt } = props
  const words = useWords()
  const listId = `${idPrefix}-carriers`
  const sourceWords: Partial<Record<TrackingSource, string>> = {
    guess: words('tracking.guess'),
    default: words('tracking.guess'),
    stored: words('tracking.stored'),
  }
  const isFormerLink = Boolean(
    props.formerNumber &&
    compactNumber(draft.trackingNumber) !== compactNumber(props.formerNumber) &&
    draft.trackingUrl.includes(props.formerNumber)
  )
  const leave = (place: TrackingPlace) => onLeave && (() => onLeave(place))

  return (
    <div className="it-fields it-fields--tracking">
      <datalist id={listId}>
        {choices.carriers.map((carrier) => (
          <option key={carrier.name} value={carrier.name} />
        ))}
      </datalist>
      <TextField
        id={`${idPrefix}-courier`}
        label={words('tracking.carrier')}
        value={draft.courier}
        listId={listId}
        onChange={(text) => onChange(chooseCourier(draft, text, choices))}
        onBlur={leave('courier')}
        isReadOnly={props.isReadOnly}
        isGuess={draft.courierSource === 'guess' || draft.courierSource === 'default'}
        problem={problemAt('courier')}
        isInvalid={isInvalidAt('courier')}
        hint={sourceWords[draft.courierSource]}
      />
      <DateTimeField
        id={`${idPrefix}-dispatchedDate`}
        label={`${words('tracking.dispatched')} (${offset})`}
        value={draft.dispatched}
        onChange={(dispatched) => onChange({ ...draft, dispatched })}
        onBlur={leave('dispatchedDate')}
        isReadOnly={props.isReadOnly}
        problem={problemAt('dispatchedDate')}
        isInvalid={isInvalidAt('dispatchedDate')}
      />
      <TextField
        id={`${idPrefix}-trackingUrl`}
        label={words('tracking.url')}
        value={draft.trackingUrl}
        onChange={(text) => onChange(typeTrackingUrl(draft, text))}
        onBlur={leave('trackingUrl')}
        isReadOnly={props.isReadOnly}
        inputMode="url"
        isGuess={draft.trackingUrlSource === 'guess'}
        problem={problemAt('trackingUrl')}
        isInvalid={isInvalidAt('trackingUrl')}
        hint={
          isFormerLink
            ? words('tracking.url-of-former', { number: props.formerNumber || '' })
            : draft.trackingUrlSource === 'guess'
              ? words('tracking.url-template')
              : sourceWords[draft.trackingUrlSource]
        }
      />
    </div>
  )
}
