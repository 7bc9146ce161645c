import type { Method } from '../../core/site-table.ts';
import type { SiteFacts as Facts, ServiceView } from '../../messages/site-views.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/parts/icon.tsx';
import { OutsideLink } from '../../ui/parts/outside-link.tsx';

/** The better ones first. */
const METHODS: Record<Method, TextKey> = {
  totp: 'methodApp',
  u2f: 'methodKey',
  'custom-software': 'methodOwnApp',
  'custom-hardware': 'methodOwnDevice',
  sms: 'methodSms',
  email: 'methodEmail',
  call: 'methodCall',
};

/** One sentence; null where the ways are not known. */
function sentenceOf({ name, methods }: ServiceView): string | null {
  if (!methods) return null;
  if (methods.length === 0) return t('factsNone', name);
  // The table has them in any order.
  const known = Object.keys(METHODS).filter((method): method is Method => methods.includes(method as Method));
  const words = new Intl.ListFormat(t('languageTag'), { type: 'unit', style: 'short' });
  return t('factsTitle', name, words.format(known.map((method) => t(METHODS[method]))));
}

/** A quiet line on the site in the tab: how it verifies, and where that is turned on and mended. */
export function SiteFacts({ facts, onAdd }: { facts: Facts | null; onAdd: () => void }) {
  const { service, hasAccount, source } = facts ?? {};
  const sentence = service && sentenceOf(service);
  if (!service || !sentence) return null;
  return (
    <section class="site-facts" id="site-facts" data-methods={service.methods?.join(' ')}>
      <details>
        <summary>{sentence}</summary>
        <ul>
          {service.documentation && (
            <li>
              <OutsideLink id="facts-documentation" address={service.documentation}>
                {t('factsDocumentation')}
              </OutsideLink>
            </li>
          )}
          {service.recovery && (
            <li>
              <OutsideLink id="facts-recovery" address={service.recovery}>
                {t('factsRecovery')}
              </OutsideLink>
            </li>
          )}
        </ul>
        <p class="meta">{source}</p>
      </details>
      {!hasAccount && service.methods?.includes('totp') && (
        <button type="button" class="btn wide" id="facts-add" onClick={onAdd}>
          <Icon name="plus" />
          {t('factsAdd')}
        </button>
      )}
    </section>
  );
}
