/** Primes below four million by three sieves: a typed array, a plain array, and an incremental map. */

function typed(limit) {
  const flags = new Uint8Array(limit).fill(1);
  flags[0] = flags[1] = 0;
  for (let i = 2; i * i < limit; i++) {
    if (flags[i] === 0) continue;
    for (let multiple = i * i; multiple < limit; multiple += i) flags[multiple] = 0;
  }
  return flags.reduce((sum, flag) => sum + flag, 0);
}

function listed(limit) {
  const flags = new Array(limit).fill(true);
  let count = 0;
  for (let i = 2; i < limit; i++) {
    if (!flags[i]) continue;
    count++;
    for (let multiple = i * i; multiple < limit; multiple += i) flags[multiple] = false;
  }
  return count;
}

/** Primes without a limit: the map has, for a composite, the steps that reach it. */
function* endless() {
  const composites = new Map();
  const reach = (composite, step) => {
    const steps = composites.get(composite);
    if (steps === undefined) composites.set(composite, [step]);
    else steps.push(step);
  };
  for (let n = 2; ; n++) {
    const steps = composites.get(n);
    if (steps === undefined) {
      yield n;
      composites.set(n * n, [n]);
    } else {
      composites.delete(n);
      for (const step of steps) reach(n + step, step);
    }
  }
}

export function main(limit = 4_000_000) {
  const counts = [typed(limit), listed(limit / 2)];
  let [last, count] = [0, 0];
  for (last of endless()) {
    if (++count === 30_000) break;
  }
  if (limit === 4_000_000 && !(counts[0] === 283146 && counts[1] === 148933 && last === 350377)) {
    throw new Error(`${counts} ${last}`);
  }
  return [counts, last];
}
