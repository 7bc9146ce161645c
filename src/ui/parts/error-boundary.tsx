import { Component, type ComponentChildren } from 'preact';
import { AppError, type AppErrorCode } from '../../core/app-error.ts';
import { t } from '../i18n.ts';
import { sentence } from '../sentences.ts';
import { Brand } from './brand.tsx';

type State = { code: AppErrorCode | null };

/** Catches what no screen expected, from drawing as well as from requests, and says so without data. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, State> {
  override state: State = { code: null };

  override componentDidMount(): void {
    addEventListener('unhandledrejection', (event) => this.componentDidCatch(event.reason));
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ code: error instanceof AppError ? error.code : 'internal' });
  }

  override render() {
    if (!this.state.code) return this.props.children;
    return (
      <main class="screen">
        <div class="body pad stack">
          <Brand />
          <p id="message" role="alert" class="note danger">
            {sentence(this.state.code)}
          </p>
          <button type="button" class="btn tall" onClick={() => location.reload()}>
            {t('tryAgain')}
          </button>
        </div>
      </main>
    );
  }
}
