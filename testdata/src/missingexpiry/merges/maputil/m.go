package maputil

import "maps"

func Merge(base, extra map[string]any) map[string]any {
	out := make(map[string]any, len(base)+len(extra))
	for k, v := range base {
		out[k] = v
	}
	for k, v := range extra {
		out[k] = v
	}
	return out
}

func Merge2(base, extra map[string]any) map[string]any {
	out := maps.Clone(base)
	maps.Copy(out, extra)
	return out
}

func MergeInto(dst, src map[string]any) {
	for k, v := range src {
		dst[k] = v
	}
}

func MergeG[K comparable, V any](ms ...map[K]V) map[K]V {
	out := map[K]V{}
	for _, m := range ms {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

func All(ms ...map[string]any) map[string]any {
	out := map[string]any{"iss": "x"}
	for _, m := range ms {
		maps.Copy(out, m)
	}
	return out
}

// Pick copies only what is asked for.
func Pick(m map[string]any, keys ...string) map[string]any {
	out := map[string]any{}
	for _, k := range keys {
		out[k] = m[k]
	}
	return out
}

func Without(m map[string]any, drop string) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		if k != drop {
			out[k] = v
		}
	}
	return out
}

func WithDefaults(m map[string]any) map[string]any {
	for k, v := range defaults {
		if _, ok := m[k]; !ok {
			m[k] = v
		}
	}
	return m
}

var defaults = map[string]any{"exp": 1}
