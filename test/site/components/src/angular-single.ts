import 'zone.js';
import '@angular/compiler';
import { Component } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';
import { sendCode } from '../shared/send-code.ts';

/** A reactive form with one control; compiled in the browser, as Angular does without its own builder. */
@Component({
  selector: '#app',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="step" (ngSubmit)="send()">
      <label for="code">Verification code</label>
      <input id="code" type="text" inputmode="numeric" formControlName="code" />
      <button type="submit" [disabled]="step.invalid">Verify</button>
    </form>
  `,
})
class Page {
  step = new FormGroup({
    code: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/^\d{6}$/)],
    }),
  });

  send() {
    void sendCode(this.step.getRawValue().code);
  }
}

void bootstrapApplication(Page);
