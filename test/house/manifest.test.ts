import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

describe('the manifest', () => {
  it('asks for these permissions and no others; a new one needs its reason in docs/permissions.md', () => {
    expect(manifest.permissions).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'idle',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webNavigation',
    ]);
    expect(manifest.optional_permissions).toEqual(['clipboardWrite']);
    expect(manifest.host_permissions).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
    const reasons = readFileSync('docs/permissions.md', 'utf8');
    const asked = [manifest.permissions, manifest.optional_permissions, manifest.host_permissions].flat();
    for (const permission of asked) {
      expect(reasons, permission).toContain(`\`${permission}\``);
    }
  });

  it('opens nothing to pages or other extensions', () => {
    expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
    expect(Object.keys(manifest)).not.toContain('externally_connectable');
    expect(Object.keys(manifest)).not.toContain('sandbox');
  });

  it('lets no remote or inline code run', () => {
    expect(manifest.content_security_policy.extension_pages).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('keeps its identity: passkeys, redirect addresses and policies hang on it', () => {
    const id = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32);
    expect([...id].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')).toBe(
      'oeengkbnoipgldlkecilhjchlnhniglk',
    );
    expect(manifest.browser_specific_settings.gecko.id).toBe('tweestap@tweestap.example');
  });

  it('names icons that are there', () => {
    for (const icon of [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)]) {
      expect(existsSync(`public/${icon}`), icon).toBe(true);
    }
  });
});
