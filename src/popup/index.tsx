import { ask } from '../messages/send.ts';
import { start } from '../ui/start.tsx';
import { App } from './app.tsx';

// Asked before the texts are there: each question costs a way to the worker and back.
const opened = ask('opened');
const status = opened.then(() => ask('status'));

start(() => <App first={status} />);
