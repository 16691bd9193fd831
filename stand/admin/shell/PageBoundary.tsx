import React, { type ReactNode } from 'react'

interface Props {
  message: string
  children: ReactNode
}

/** Keeps the frame when a page throws. */
export class PageBoundary extends React.Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? (
      <p role="alert" className="stand-message">
        {this.props.message}
      </p>
    ) : (
      this.props.children
    )
  }
}
