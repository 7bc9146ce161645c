/** Firefox's own remote protocol: JSON with its length in front, over TCP. No geckodriver is needed. */
import net from 'node:net';
import { limit, sleep } from '../wait.mjs';

const COLON = 58;

/** @param {number} port */
const connect = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(null));
  });

/**
 * @param {number} port
 * @param {{ timeout: number, alive: () => boolean }} options `alive`: whether it is still worth trying
 */
export async function connectMarionette(port, { timeout, alive }) {
  const end = Date.now() + timeout;
  let socket = await connect(port);
  while (!socket) {
    if (!alive()) throw new Error('Firefox ended while it started.');
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for Firefox to listen for the driver.`);
    await sleep(100);
    socket = await connect(port);
  }

  let received = Buffer.alloc(0);
  let counter = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const pending = new Map();
  let greet;
  const greeting = new Promise((resolve) => {
    greet = resolve;
  });

  function accept(message) {
    if (!Array.isArray(message)) return greet(message);
    const [, id, error, result] = message;
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (received.length < end) return;
      accept(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the connection.'));
    pending.clear();
  });

  await limit('Firefox to greet the driver', greeting, timeout);

  return {
    /**
     * @param {string} command
     * @param {object} [parameters]
     * @param {number} [timeLimit]
     */
    send: (command, parameters = {}, timeLimit = 60_000) => {
      const id = ++counter;
      const answer = new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
      const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
      return limit(`Firefox to answer ${command}`, answer, timeLimit).finally(() => pending.delete(id));
    },
    close: () => socket.destroy(),
  };
}
