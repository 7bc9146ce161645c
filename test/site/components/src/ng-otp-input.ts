import 'zone.js';
import '@angular/compiler';
import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NgOtpInputComponent } from 'ng-otp-input';
import { sendCode } from '../shared/send-code.ts';

/** ng-otp-input; sends itself once it says a complete code. */
@Component({
  selector: '#app',
  imports: [NgOtpInputComponent],
  template: `<ng-otp-input (onInputChange)="take($event)" [config]="config" />`,
})
class Page {
  config = { length: 6, allowNumbersOnly: true };

  take(code: string | null) {
    if (code?.length === 6) void sendCode(code);
  }
}

void bootstrapApplication(Page);
