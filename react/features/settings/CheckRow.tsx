import React from 'react'
import { IconCheck, IconFailure, IconWarning } from 'vtex.styleguide'
import { Badge, BadgeTone } from '../../shared/components/Badge'
import { CheckVerdict } from '../../shared/graphql/generated'
import { useHasWords, useWords } from '../../shared/words/useWords'

interface Props {
  name: string
  verdict: CheckVerdict
  /** English, for support: what was seen. */
  detail: string
}

const tones: Record<CheckVerdict, BadgeTone> = { PASSED: 'done', FAILED: 'wrong', UNPROVEN: 'look' }
const icons = {
  PASSED: <IconCheck size={10} />,
  FAILED: <IconFailure size={12} />,
  UNPROVEN: <IconWarning size={12} />,
}

/** One thing that was tried: how it ended, what that means in this shop's language, and what the service saw. */
export function CheckRow({ name, verdict, detail }: Props) {
  const words = useWords()
  const has = useHasWords()
  const meaning = verdict === 'FAILED' ? `check.failed.${name}` : 'check.unproven'
  return (
    <li className="it-check">
      <div className="it-check__head">
        {/* A service newer than this panel may try more: then its key says what. */}
        <span className="fw5">
          {has(`check.title.${name}`) ? words(`check.title.${name}`) : name}
        </span>
        <Badge tone={tones[verdict]} icon={icons[verdict]}>
          {words(`check.verdict.${verdict}`)}
        </Badge>
      </div>
      {verdict !== 'PASSED' && has(meaning) && <p className="ma0">{words(meaning)}</p>}
      <p className="it-check__detail ma0 t-small c-muted-1" lang="en">
        {detail}
      </p>
    </li>
  )
}
