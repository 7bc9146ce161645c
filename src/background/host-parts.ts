import { parse } from 'tldts';
import type { HostParts } from '../core/host-parts.ts';

/** A host split by the public suffix list with the private section; null for addresses, single labels and bare suffixes. */
export function hostPartsOf(host: string): HostParts | null {
  const { isIp, domainWithoutSuffix, publicSuffix, subdomain } = parse(
    host.toLowerCase().replace(/\.$/, ''),
    {
      allowPrivateDomains: true,
    },
  );
  if (isIp || !domainWithoutSuffix || !publicSuffix) return null;
  return { below: subdomain ? subdomain.split('.') : [], label: domainWithoutSuffix, suffix: publicSuffix };
}
