// Compares a public result with what a vector expects.

/**
 * What differs between `actual` and the part of it that `expected` names; empty where nothing does.
 *
 * Objects: every expected key must be there and match. Arrays: same length, element by element. Numbers: within
 * `absolute + relative * |expected|`. Everything else must be equal.
 *
 * @returns {string[]}
 */
export function differences(actual, expected, tolerance, path = "") {
  const say = (message) => [`${path || "result"}: ${message}`];
  if (typeof expected === "number")
    return numberDiffers(actual, expected, tolerance) ? say(`${actual} is not ${expected}`) : [];
  if (expected === null || typeof expected !== "object") {
    return actual === expected ? [] : say(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return say(`${JSON.stringify(actual)} is no array`);
    if (actual.length !== expected.length) return say(`${actual.length} elements instead of ${expected.length}`);
    return expected.flatMap((item, index) => differences(actual[index], item, tolerance, `${path}[${index}]`));
  }
  if (actual === null || typeof actual !== "object") return say(`${JSON.stringify(actual)} is no object`);
  return Object.entries(expected).flatMap(([key, value]) =>
    key in actual ? differences(actual[key], value, tolerance, `${path}.${key}`) : say(`has no ${key}`),
  );
}

function numberDiffers(actual, expected, { relative = 0, absolute = 0 } = {}) {
  if (typeof actual !== "number" || Number.isNaN(actual)) return true;
  return !(Math.abs(actual - expected) <= absolute + relative * Math.abs(expected));
}

/** Which of these JSON pointers lead somewhere in `value`. */
export function present(paths, value) {
  const leads = (path) =>
    path
      .split("/")
      .slice(1)
      .reduce((place, key) => place?.[key], value) !== undefined;
  return paths.filter(leads).map((path) => `${path} is there`);
}

/** The numbers within `value`, as paths of keys. */
export function numberPaths(value, path = []) {
  if (typeof value === "number") return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) => numberPaths(item, [...path, key]));
}
