#!/usr/bin/env bash
# Expected: spawn() with the option timeout, given a program that does not exist, reports ENOENT and leaves nothing behind.
# Node reports ENOENT at once, but the timer of the option is cleared only by `exit`, which never comes: the process stays until the time
# is over. An editor without ffmpeg or LibreOffice read what to install, and then waited five minutes for the prompt.
# Right: execFile of the same module with the same option ends at once. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat > look.mjs <<'JS'
import { execFile, spawn } from 'node:child_process';
const began = performance.now();
const [how] = process.argv.slice(2);
const report = ({ code }) => console.log(`${how}: ${code}`);
if (how === 'spawn') spawn('no-such-program', [], { timeout: 3000 }).on('error', report);
else execFile('no-such-program', [], { timeout: 3000 }, report);
process.on('exit', () => console.log(`${how}: ends ${performance.now() - began < 2000 ? 'at once' : 'after the timeout'}`));
JS
expected='spawn: ENOENT
spawn: ends after the timeout
execFile: ENOENT
execFile: ends at once'
node_modules/.bin/node --version
seen=$(node_modules/.bin/node look.mjs spawn; node_modules/.bin/node look.mjs execFile)
echo "$seen"
[ "$seen" = "$expected" ]
