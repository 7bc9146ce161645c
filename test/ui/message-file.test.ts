import { describe, expect, it } from 'vitest';
import { messageFrom } from '../../src/ui/message-file.ts';

const file = {
  plain: { message: 'Fill' },
  two: {
    message: 'Link $ACCOUNT$ to $SITE$? $SITE$',
    placeholders: { account: { content: '$1' }, site: { content: '$2' } },
  },
  stray: { message: 'Costs $5$ here' },
};

describe('messageFrom', () => {
  it('fills the placeholders, also one that stands twice', () => {
    expect(messageFrom(file, 'two', ['GitHub', 'github.com'])).toBe('Link GitHub to github.com? github.com');
  });

  it('takes a value as it is, even if it looks like a placeholder', () => {
    expect(messageFrom(file, 'two', ['$SITE$', '$1 & $&'])).toBe('Link $SITE$ to $1 & $&? $1 & $&');
  });

  it('leaves what is no placeholder', () => {
    expect(messageFrom(file, 'stray', [])).toBe('Costs $5$ here');
    expect(messageFrom(file, 'plain', ['unused'])).toBe('Fill');
  });

  it('says nothing for a key that is not there', () => {
    expect(messageFrom(file, 'other', [])).toBe('');
  });
});
