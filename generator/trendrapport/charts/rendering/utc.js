// Moments are those of UTC on every machine: local time would move the first day of a month into the month
// before it.
(() => {
  const Local = Date;
  const DAY = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/; // is in UTC by itself
  const TIMED = /^[+-]?\d{4,6}-\d{2}-\d{2}T[\d:.]+$/;
  const ZONED = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?)\s*$/i;

  for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
    for (const way of ["get", "set"]) {
      const own = Local.prototype[`${way}UTC${part}`];
      if (own) Local.prototype[way + part] = own;
    }
  }
  Local.prototype.getTimezoneOffset = () => 0;

  function parse(text) {
    if (DAY.test(text) || ZONED.test(text)) return Local.parse(text);
    return Local.parse(TIMED.test(text) ? `${text}Z` : `${text} UTC`);
  }

  function moment(parts) {
    if (parts.length > 1) return new Local(Local.UTC(...parts));
    return typeof parts[0] === "string" ? new Local(parse(parts[0])) : new Local(...parts);
  }

  globalThis.Date = new Proxy(Local, {
    construct: (_, parts) => moment(parts),
    get: (target, name) => (name === "parse" ? parse : Reflect.get(target, name)),
  });
  Local.prototype.constructor = globalThis.Date;
})();
