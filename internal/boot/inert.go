package boot

import "strings"

// inert says whether a boot is only shown, not run: in a comment, in a code
// block of a page or of Markdown, in a sentence.
func (s *scanner) inert(b Boot) bool {
	before := s.text[:b.Pos]
	return s.inSentence(b) || inComment(before) || strings.Count(before, "```")%2 == 1 || shown(before) || prose(s.text, b)
}

// inSentence says whether words stand right before or behind the boot on its
// line, where no script could have them.
func (s *scanner) inSentence(b Boot) bool {
	line := s.text[strings.LastIndexByte(s.text[:b.Pos], '\n')+1 : b.Pos]
	line = strings.TrimRight(line, " \t\\")
	if n := len(line); n > 0 {
		switch c := line[n-1]; {
		case identByte(c):
			k := n
			for k > 0 && identByte(line[k-1]) {
				k--
			}
			if !beforeBoot[line[k:]] {
				return true
			}
		case c == '`' || c == ':' && !strings.ContainsAny(line, "?{"):
			return true
		}
	}
	if b.End < len(s.text) {
		rest := s.text[b.End:]
		rest = strings.TrimLeft(rest[:lineEnd(rest)], " \t)")
		if rest != "" && rest[0] != '_' && identByte(rest[0]) && strings.Contains(s.text[b.End:b.End+lineEnd(s.text[b.End:])], " ") {
			word := rest
			for i := range len(rest) {
				if !identByte(rest[i]) {
					word = rest[:i]
					break
				}
			}
			return !afterBoot[word]
		}
	}
	return false
}

var beforeBoot = map[string]bool{
	"return": true, "else": true, "await": true, "do": true, "void": true, "var": true, "let": true, "const": true, "typeof": true,
	"new": true, "case": true, "default": true,
}

var afterBoot = map[string]bool{
	"var": true, "let": true, "const": true, "if": true, "else": true, "function": true, "return": true, "window": true, "for": true,
	"while": true, "document": true, "Intercom": true, "try": true, "catch": true, "new": true, "async": true, "await": true, "analytics": true,
}

// inComment says whether the text ends inside a comment of HTML or JavaScript.
func inComment(before string) bool {
	if strings.LastIndex(before, "<!--") > strings.LastIndex(before, "-->") {
		return true
	}
	if k := strings.LastIndex(before, "/*"); k >= 0 && k > strings.LastIndex(before, "*/") && strings.Count(before[:k], "'")%2 == 0 &&
		strings.Count(before[:k], `"`)%2 == 0 && !strings.Contains(before[k:], "</script") {
		return true
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	for at := 0; ; {
		i := strings.Index(line[at:], "//")
		if i < 0 {
			return false
		}
		at += i
		head := line[:at]
		if !strings.HasSuffix(head, ":") && strings.Count(head, `"`)%2 == 0 && strings.Count(head, "'")%2 == 0 && !inAttribute(head) {
			return true
		}
		at += 2
	}
}

// inAttribute says whether a line ends inside an unquoted URL: src=//cdn.
func inAttribute(head string) bool { return strings.HasSuffix(head, "=") }

// shown says whether the text ends inside an element that shows code.
func shown(before string) bool {
	for _, tag := range []string{"pre", "code", "textarea", "xmp"} {
		open := max(strings.LastIndex(before, "<"+tag+">"), strings.LastIndex(before, "<"+tag+" "))
		if open >= 0 && open > strings.LastIndex(before, "</"+tag) {
			return true
		}
	}
	return false
}

// prose says whether the text is written for people: sentences before the first
// tag, or around a snippet that is in no script element.
func prose(text string, b Boot) bool {
	head := text[:b.Pos]
	script := indexFold(head, "<script") >= 0
	if i := strings.IndexByte(head, '<'); i >= 0 {
		head = head[:i]
	}
	if sentence(head) || strings.HasPrefix(strings.TrimSpace(head), "# ") {
		return true
	}
	return !script && (sentence(text[:b.Pos]) || sentence(text[min(b.End, len(text)):]))
}

// sentence says whether a line of the text has several plain words in a row.
func sentence(text string) bool {
	const enough = 4
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "//") || strings.HasPrefix(line, "*") || strings.HasPrefix(line, "/*") || strings.ContainsAny(line, "{};=") {
			continue // a script's
		}
		run := 0
		for word := range strings.FieldsSeq(line) {
			if plainWord(word) {
				if run++; run >= enough {
					return true
				}
				continue
			}
			run = 0
		}
	}
	return false
}

// plainWord says whether a word is one of a sentence: letters, with what ends a
// phrase behind them.
func plainWord(word string) bool {
	word = strings.TrimRight(word, ".,:!?")
	if word == "" || codeWords[word] {
		return false
	}
	for i := range len(word) {
		if c := word[i] | 0x20; (c < 'a' || c > 'z') && word[i] < 0x80 && word[i] != '\'' && word[i] != '-' {
			return false
		}
	}
	return true
}

var codeWords = map[string]bool{
	"var": true, "let": true, "const": true, "return": true, "function": true, "new": true, "typeof": true, "if": true, "else": true,
	"async": true, "await": true, "import": true, "from": true, "export": true, "default": true, "class": true, "in": true, "of": true,
}

func indexFold(text, word string) int {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}
