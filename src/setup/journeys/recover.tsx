import { useState } from 'preact/hooks';
import { ask } from '../../messages/send.ts';
import type { LockView } from '../../messages/views.ts';
import { type TextKey, t } from '../../ui/i18n.ts';
import type { Code } from '../../ui/sentences.ts';
import { useTry } from '../../ui/use-try.ts';
import { RadioCard } from '../parts/radio-card.tsx';
import { type Asked, Prove } from '../steps/prove.tsx';

interface Way {
  id: string;
  title: TextKey;
  asks: readonly Asked[];
}

/** The ways in without what was forgotten, by mode; as docs/vault-format.md has the slots. */
function waysOf({ mode, second, contact, pin }: LockView): Way[] {
  const isPasskey = second === 'passkey';
  const code: Asked = 'recovery-code';
  if (mode === 'two-step') {
    const ways: Way[] = [
      {
        id: 'second-recovery',
        title: isPasskey ? 'wayCodePasskey' : 'wayCodePassphrase',
        asks: [code, 'second'],
      },
    ];
    if (pin.kind !== 'spent') ways.push({ id: 'pin-recovery', title: 'wayCodePin', asks: [code, 'pin'] });
    if (contact)
      ways.push({
        id: 'contact-second',
        title: isPasskey ? 'wayContactPasskey' : 'wayContactPassphrase',
        asks: ['contact', 'second'],
      });
    return ways;
  }
  const ways: Way[] = [{ id: 'recovery-code', title: 'wayCode', asks: [code] }];
  if (mode === 'strong')
    ways.unshift({
      id: 'second',
      title: isPasskey ? 'wayWithPasskey' : 'wayWithPassphrase',
      asks: ['second'],
    });
  if (contact) ways.push({ id: 'contact', title: 'wayContactText', asks: ['contact'] });
  return ways;
}

/** The same refusals, of the text to a contact. */
function ofContact(problem: Code | null): Code | null {
  if (problem === 'bad-code') return 'bad-contact';
  return problem === 'other-vault' ? 'other-contact' : problem;
}

interface Props {
  lock: LockView;
  onBegun: () => void;
}

/** A forgotten PIN: shows something else that opens the vault. */
export function Recover({ lock, onBegun }: Props) {
  const ways = waysOf(lock);
  const [way, setWay] = useState(ways[0]);
  const tries = useTry(lock.pin);
  if (!way) return null;
  return (
    <Prove
      key={way.id}
      title={t('recoverTitle')}
      lead={t('recoverIntro')}
      asks={way.asks}
      lock={lock}
      go={t('recoverGo')}
      submitId="recover"
      tries={way.asks.includes('contact') ? { ...tries, problem: ofContact(tries.problem) } : tries}
      onShow={async (proofs) => {
        const begun = await tries.run(() => ask('renewalBegin', { purpose: 'recover', proofs }));
        if (begun.ok) onBegun();
      }}
    >
      {ways.length > 1 && (
        <fieldset class="modes" aria-label={t('recoverWay')}>
          {ways.map((each) => (
            <RadioCard
              key={each.id}
              id={`way-${each.id}`}
              name="way"
              title={t(each.title)}
              checked={each.id === way.id}
              onChoose={() => {
                tries.note(null);
                setWay(each);
              }}
            />
          ))}
        </fieldset>
      )}
    </Prove>
  );
}
