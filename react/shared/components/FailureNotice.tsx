import React, { Ref } from 'react'
import { Failure } from '../graphql/failure'
import { useWords } from '../words/useWords'
import { LinkButton } from './ActionButton'
import { CopyButton } from './CopyButton'
import { Notice } from './Notice'
import { ProblemText } from './ProblemText'

interface Props {
  failure: Failure
  onRetry?: () => void
  /** The sentence for FORBIDDEN: queries carry no name of a right (panel §3.7). */
  forbidden?: string
  /** Lets code put the focus on the sentence. */
  focusRef?: Ref<HTMLDivElement>
}

/** Where the thing would stand: sentence, remedy, request id. An ended session has its own dialog. */
export function FailureNotice({ failure, onRetry, forbidden, focusRef }: Props) {
  const words = useWords()
  const requestId =
    failure.kind === 'FAULT' || failure.kind === 'REFUSED' ? failure.requestId : undefined
  const retry = onRetry && failure.kind !== 'FORBIDDEN' && (
    <LinkButton onClick={onRetry}>{words('failure.tryAgain')}</LinkButton>
  )
  return (
    <Notice
      tone={failure.kind === 'FORBIDDEN' ? 'look' : 'wrong'}
      action={retry}
      focusRef={focusRef}
    >
      <FailureText failure={failure} forbidden={forbidden} />
      {requestId && (
        <span className="nowrap">
          {' '}
          <CopyButton text={requestId} name={words('failure.requestId')} />
        </span>
      )}
    </Notice>
  )
}

/** The sentence alone: each failure has its own, an ended session is no broken connection. */
export function FailureText({ failure, forbidden }: Pick<Props, 'failure' | 'forbidden'>) {
  const words = useWords()
  switch (failure.kind) {
    case 'FORBIDDEN':
      return <>{forbidden || words('failure.forbiddenView')}</>
    case 'UNAUTHENTICATED':
      return <>{words('failure.session')}</>
    case 'NETWORK':
      return <>{words('failure.network')}</>
    case 'REFUSED':
      // Reads that failed: nothing was meant to be sent, and the remedy stands beside them.
      if (failure.problem.code === 'OMS_UNAVAILABLE') return <>{words('failure.noAnswer')}</>
      if (failure.problem.code === 'MASTERDATA_UNAVAILABLE')
        return <>{words('failure.masterData')}</>
      return <ProblemText problem={failure.problem} />
    case 'FAULT':
      return (
        <>
          {failure.requestId
            ? words('failure.fault', { requestId: failure.requestId })
            : words('failure.faultUnnamed')}
        </>
      )
  }
}
