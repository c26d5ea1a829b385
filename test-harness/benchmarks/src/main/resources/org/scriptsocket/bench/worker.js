// The worker of Node's `ws`: reads `measure WORKLOAD CONNECTIONS BYTES WINDOW WARM_MS MS` and `idle N MS`, answers a line each.
'use strict';
const WebSocket = require(process.argv[2]);
const url = 'ws://127.0.0.1:' + process.argv[3] + '/';
let count = 0;
let over = false;

function cpuNanos() {
  const used = process.cpuUsage();
  return (used.user + used.system) * 1000;
}

function open(work, live) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  live.add(socket);
  socket.on('open', () => {
    for (let i = 0; i < Math.max(1, work.window); i++) socket.send(work.message);
  });
  socket.on('message', () => {
    if (over || work.window === 0) {
      socket.close();
    } else {
      count++;
      socket.send(work.message);
    }
  });
  socket.on('close', () => {
    live.delete(socket);
    if (work.window === 0 && !over) {
      count++;
      open(work, live);
    }
  });
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function measure([, connections, bytes, window, warm, ms]) {
  const work = { message: Buffer.alloc(Number(bytes), 'x'), window: Number(window) };
  const live = new Set();
  over = false;
  for (let i = 0; i < Number(connections); i++) open(work, live);
  await pause(Number(warm));
  const begun = process.hrtime.bigint();
  const before = count;
  const cpu = cpuNanos();
  await pause(Number(ms));
  const line = `${count - before} ${process.hrtime.bigint() - begun} ${cpuNanos() - cpu}`;
  over = true;
  while (live.size > 0) await pause(10);
  console.log(line);
}

async function idle([n, ms]) {
  const before = process.memoryUsage();
  const begun = process.hrtime.bigint();
  const all = [];
  for (let opened = 0; opened < Number(n); opened += 100) {
    await Promise.all(Array.from({ length: Math.min(100, Number(n) - opened) }, () => new Promise((done, failed) => {
      const socket = new WebSocket(url, { perMessageDeflate: false });
      all.push(socket);
      socket.on('open', done);
      socket.on('error', failed);
    })));
  }
  const took = process.hrtime.bigint() - begun;
  await pause(500);
  const after = process.memoryUsage();
  const cpu = cpuNanos();
  await pause(Number(ms));
  const used = cpuNanos() - cpu;
  console.log(`${took} ${after.heapUsed - before.heapUsed} ${after.rss - before.rss} ${used} 0`);
  all.forEach((socket) => socket.terminate());
}

let last = Promise.resolve();
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const [command, ...rest] = line.split(' ');
  last = last.then(() => (command === 'idle' ? idle(rest) : measure(rest)));
}).on('close', () => last.then(() => process.exit(0)));
