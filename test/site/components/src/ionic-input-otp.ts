import '@ionic/core/css/core.css';
import { initialize } from '@ionic/core/components';
import { defineCustomElement } from '@ionic/core/components/ion-input-otp.js';
import { host } from '../shared/host.ts';
import { sendCode } from '../shared/send-code.ts';

// Ionic's ion-input-otp; sends itself when complete.
initialize();
defineCustomElement();
const field = document.createElement('ion-input-otp');
field.length = 6;
field.addEventListener('ionComplete', (event) => void sendCode((event as CustomEvent).detail.value));
host().append(field);
