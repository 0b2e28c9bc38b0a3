package messenger

import "strings"

// Placeholder reports a value that stands for a secret without being one:
// nothing, a template, a pointer to a secret, words from the word list, or a
// pattern of the keyboard (RULES.md "Placeholders", ruling 6). The literal in
// ${NAME:-literal} is judged by itself.
//
// Unlike the stop words of general scanners it never looks for a short word
// somewhere inside: a random secret may contain "fake" or "abc". What it looks
// for inside has seven or more letters; everything else must explain the whole
// value.
func Placeholder(value string) bool {
	v := strings.Trim(value, " \t\r\n\"'`")
	if fallback, ok := fallbackOf(v); ok {
		return Placeholder(fallback)
	}
	return template(v) || pointer(v) || envName(v) || fewCharacters(v) ||
		beginsLikePlaceholder(v) || containsMarker(v) || runs(v) || periodic(v) || onlyWords(v)
}

// fallbackOf returns the literal in ${NAME:-literal}, ${NAME-literal} and
// ${NAME:literal} (Spring).
func fallbackOf(v string) (literal string, ok bool) {
	if !strings.HasPrefix(v, "${") || !strings.HasSuffix(v, "}") {
		return "", false
	}
	in := v[2 : len(v)-1]
	n := 0
	for n < len(in) && (isAlnum(in[n]) || in[n] == '_' || in[n] == '.') {
		n++
	}
	for _, sep := range [...]string{":-", ":=", "-", "=", ":"} {
		if rest, found := strings.CutPrefix(in[n:], sep); found && n > 0 {
			return rest, rest != "" && !strings.HasPrefix(rest, "?")
		}
	}
	return "", false
}

// template reports values another program fills in, and masks.
func template(v string) bool {
	for _, pair := range [...]string{"<>", "[]", "{}", "%%", "**", "()"} {
		if len(v) >= 2 && v[0] == pair[0] && v[len(v)-1] == pair[1] {
			return true
		}
	}
	for _, mark := range [...]string{"${", "{{", "}}", "$(", "#{", "%{", "<%", "...", "***", "…", "•"} {
		if strings.Contains(v, mark) {
			return true
		}
	}
	if strings.HasPrefix(v, "__") && strings.HasSuffix(v, "__") {
		return true
	}
	return len(v) > 1 && (v[0] == '$' || v[0] == '%') && isIdentifier(v[1:])
}

func isIdentifier(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isAlnum(c) && c != '_' && c != '.' || i == 0 && isDigit(c) {
			return false
		}
	}
	return s != ""
}

// pointer reports values that only point at a secret.
func pointer(v string) bool {
	low := strings.ToLower(v)
	for _, p := range pointerPrefixes {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return strings.Contains(low, "://") || strings.HasPrefix(low, "projects/") && strings.Contains(low, "/secrets/")
}

// envName reports the name of an environment variable, mostly letters.
func envName(v string) bool {
	letters, under := 0, 0
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case isUpper(c):
			letters++
		case c == '_' && i > 0:
			under++
		case !isDigit(c) || i == 0:
			return false
		}
	}
	return under > 0 && 4*letters >= 3*(len(v)-under)
}

// fewCharacters reports fewer than six distinct characters (ruling 6).
func fewCharacters(v string) bool {
	var seen [256]bool
	n := 0
	for i := 0; i < len(v); i++ {
		if !seen[v[i]] {
			seen[v[i]] = true
			n++
		}
	}
	return n < 6
}

// beginsLikePlaceholder reports your_…, test…, xxx… and the like. A value as
// long as a secret needs more than four letters to begin like a placeholder:
// one in half a million random ones begins with "test".
func beginsLikePlaceholder(v string) bool {
	short := len(v) < minSecret
	for _, p := range openers {
		if hasWordPrefix(v, p) && len(v) > len(p) && !isAlnum(v[len(p)]) {
			return true
		}
	}
	for _, p := range longOpeners {
		if (short || len(p) >= 7) && hasWordPrefix(v, p) {
			return true
		}
	}
	x := max(len(v)-len(strings.TrimLeft(v, "x")), len(v)-len(strings.TrimLeft(v, "X")))
	return x >= 6 || short && (x >= 4 || x == 3 && len(v) > 3 && !isAlnum(v[3]))
}

// hasWordPrefix reports that v begins with a word as people write words: lower,
// UPPER or Capitalised.
func hasWordPrefix(v, word string) bool {
	if len(v) < len(word) || !strings.EqualFold(v[:len(word)], word) {
		return false
	}
	tail := v[1:len(word)]
	return tail == word[1:] || isUpper(v[0]) && tail == strings.ToUpper(tail)
}

// containsMarker reports a long word that only placeholders contain.
func containsMarker(v string) bool {
	low := strings.ToLower(v)
	for _, m := range markers {
		if strings.Contains(low, m) {
			return true
		}
	}
	return false
}

// runs reports a value made mostly of alphabet, number, keyboard or repetition
// runs of four and more characters (ruling 6).
func runs(v string) bool {
	low := strings.ToLower(v)
	covered, total := 0, 0
	for i := 0; i < len(low); {
		n := runAt(low[i:])
		if n >= 4 {
			covered += n
		}
		if n < 4 {
			n = 1
		}
		for j := i; j < i+n; j++ {
			if isAlnum(low[j]) {
				total++
			} else if n >= 4 {
				covered--
			}
		}
		i += n
	}
	return total > 0 && 10*covered >= 8*total
}

// runAt is the length of the longest run that begins s.
func runAt(s string) int {
	best := 1
	for _, step := range [...]int{0, 1, -1} {
		n := 1
		for n < len(s) && isAlnum(s[n]) && int(s[n])-int(s[n-1]) == step {
			n++
		}
		best = max(best, n)
	}
	for _, row := range keyboardRows {
		at := strings.IndexByte(row, s[0])
		n := 0
		for at >= 0 && n < len(s) && at+n < len(row) && row[at+n] == s[n] {
			n++
		}
		best = max(best, n)
	}
	return best
}

// periodic reports one unit written two times or more.
func periodic(v string) bool {
	if len(v) < 6 {
		return false
	}
	for p := 1; p <= len(v)/2; p++ {
		if v[p:] == v[:len(v)-p] {
			return true
		}
	}
	return false
}

// onlyWords reports a value whose every part is in the word list (ruling 6),
// glued words, numbers behind words and s3cre7 spelling included.
func onlyWords(v string) bool {
	if scrambled(v) {
		return false
	}
	letters, total := 0, 0
	for _, part := range strings.FieldsFunc(v, isSeparator) {
		total += len(part)
		if isNumber(part) {
			if len(part) > 4 && !runs(part) {
				return false
			}
			continue
		}
		if !vocabularyWord(strings.ToLower(part)) && !camelWords(part) {
			return false
		}
		letters += len(part)
	}
	return total > 0 && 2*letters >= total
}

// scrambled reports a long value that turns between cases and digits more often
// than words do. It spares random values the word list.
func scrambled(v string) bool {
	turns := 0
	for i := 1; i < len(v); i++ {
		a, b := v[i-1], v[i]
		if isLower(a) && isUpper(b) || isDigit(a) && isLetter(b) || isLetter(a) && isDigit(b) {
			turns++
		}
	}
	return len(v) >= minLoose && 3*turns > len(v)
}

func camelWords(part string) bool {
	for _, w := range Words(part) {
		if !vocabularyWord(w) {
			return false
		}
	}
	return true
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// vocabularyWord reports a lower-case word of the word list, several of them
// glued together, either with up to four digits behind, or the same in leet.
func vocabularyWord(w string) bool {
	bare := strings.TrimRight(w, "0123456789")
	if len(w)-len(bare) <= 4 && glued(bare) {
		return true
	}
	return strings.ContainsAny(w, "013457") && glued(leet.Replace(w))
}

var leet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t")

// glued reports whether w is a chain of words from the list: one of any length,
// or several of three letters and more,
// with a few short ones between.
func glued(w string) bool {
	if placeholderWords.Has(w) {
		return true
	}
	if len(w) < 6 || len(w) > maxLoose {
		return false
	}
	reach := make([]bool, len(w)+1)
	reach[0] = true
	for i := range w {
		if !reach[i] {
			continue
		}
		for n := 1; n <= longestWord && i+n <= len(w); n++ {
			if placeholderWords.Has(w[i:i+n]) && (n > 2 || glueable.Has(w[i:i+n])) {
				reach[i+n] = true
			}
		}
	}
	return reach[len(w)]
}
