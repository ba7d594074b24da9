/** Requests may say `null` for "not given"; Discord's answers leave such properties out. Changes `value` in place. */
export function withoutNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) value.forEach(withoutNulls);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (item === null) Reflect.deleteProperty(value, name);
      else withoutNulls(item);
    }
  }
  return value;
}
