import 'zone.js';
import '@angular/compiler';
import { Component } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';
import Aura from '@primeuix/themes/aura';
import { providePrimeNG } from 'primeng/config';
import { InputOtp } from 'primeng/inputotp';
import { sendCode } from '../shared/send-code.ts';

/** PrimeNG's InputOtp with ngModel; a button sends it. */
@Component({
  selector: '#app',
  imports: [FormsModule, InputOtp],
  template: `
    <p-inputotp [(ngModel)]="code" [length]="6" [integerOnly]="true" />
    <button type="button" [disabled]="code?.length !== 6" (click)="send()">Verify</button>
  `,
})
class Page {
  code = '';

  send() {
    void sendCode(this.code);
  }
}

void bootstrapApplication(Page, { providers: [providePrimeNG({ theme: { preset: Aura } })] });
