import React, { Component, ReactNode } from 'react'
import { useWords } from '../words/useWords'
import { LinkButton } from './ActionButton'
import { Notice } from './Notice'

function Broken({ onRetry }: { onRetry: () => void }) {
  const words = useWords()
  return (
    <Notice
      tone="wrong"
      action={<LinkButton onClick={onRetry}>{words('failure.tryAgain')}</LinkButton>}
    >
      {words('failure.broken')}
    </Notice>
  )
}

/** One broken card leaves the others. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  render() {
    if (!this.state.isBroken) return this.props.children
    return <Broken onRetry={() => this.setState({ isBroken: false })} />
  }
}
