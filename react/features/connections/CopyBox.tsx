import React from 'react'
import { CopyButton } from '../../shared/components/CopyButton'

/** A text to take elsewhere as it stands, whole, with its button. */
export function CopyBox({ label, text }: { label: string; text: string }) {
  return (
    <div className="it-copy-box">
      <div className="it-copy-box__head t-small">
        <span>{label}</span>
        <CopyButton text={text} name={label} />
      </div>
      <pre className="it-copy-box__text t-small">{text}</pre>
    </div>
  )
}
