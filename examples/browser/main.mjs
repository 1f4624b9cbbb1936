// An editor that runs Python: the page stays responsive, a program can be stopped, and `input()` asks in the page.
// Serve the repository after `npm run build` (python3 -m http.server) and open /examples/browser/.
import { PythonError, Typhon } from '../../dist/index.mjs';
import { PROGRAMS } from './programs.mjs';

const element = (id) => document.getElementById(id);
const [source, output, status] = ['source', 'output', 'status'].map(element);

function write(text, kind = '') {
  const part = document.createElement('span');
  part.className = kind;
  part.textContent = text;
  output.append(part);
  output.scrollTop = output.scrollHeight;
}

/** A line of input: shown as it was typed. */
function ask() {
  const form = element('answer');
  const line = element('line');
  form.hidden = false;
  line.focus();
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      form.hidden = true;
      write(`${line.value}\n`);
      resolve(line.value);
      line.value = '';
    };
  });
}

let typhon;

async function run() {
  if (element('run').disabled) return;
  element('run').disabled = true;
  element('stop').disabled = false;
  output.replaceChildren();
  status.textContent = 'Running …';
  const started = performance.now();
  try {
    await typhon.runAsync(source.value, { filename: 'program.py', globals: typhon.newGlobals() });
    status.textContent = `Done in ${Math.round(performance.now() - started)} ms`;
  } catch (error) {
    write(error instanceof PythonError ? error.traceback : String(error), 'error');
    status.textContent = `Ended by ${error.type ?? 'an error'}`;
  }
  element('answer').hidden = true;
  element('run').disabled = false;
  element('stop').disabled = true;
}

function showLineNumbers() {
  const count = source.value.split('\n').length;
  element('gutter').textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
}

function choose(name) {
  source.value = PROGRAMS[name];
  showLineNumbers();
}

/** Tab indents, Enter keeps the indentation, Ctrl-Enter runs. */
function edit(event) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
  else if (event.key === 'Tab' && !event.shiftKey) source.setRangeText('    ', source.selectionStart, source.selectionEnd, 'end');
  else if (event.key === 'Enter') {
    const line = source.value.slice(0, source.selectionStart).split('\n').at(-1);
    const indentation = /^ */.exec(line)[0] + (line.trimEnd().endsWith(':') ? '    ' : '');
    source.setRangeText(`\n${indentation}`, source.selectionStart, source.selectionEnd, 'end');
  } else return;
  event.preventDefault();
  showLineNumbers();
}

for (const name of Object.keys(PROGRAMS)) element('programs').append(new Option(name));
element('programs').onchange = (event) => choose(event.target.value);
element('run').onclick = run;
element('stop').onclick = () => typhon.interrupt();
source.onkeydown = edit;
source.oninput = showLineNumbers;
source.onscroll = () => {
  element('gutter').scrollTop = source.scrollTop;
};
choose(Object.keys(PROGRAMS)[0]);

const started = performance.now();
typhon = await Typhon.create({ stdout: write, stderr: (text) => write(text, 'error'), stdin: ask });
status.textContent = `Ready in ${Math.round(performance.now() - started)} ms`;
element('run').disabled = false;
if (new URLSearchParams(location.search).has('run')) run();
