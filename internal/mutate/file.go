package mutate

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
)

// chunk is a declaration with its comments.
type chunk struct {
	decl       ast.Decl
	start, end int
}

// chunks cuts a file after its imports: each declaration takes what stands
// before it along, and its line to the end.
func (m *mutator) chunks(s *Source, f *ast.File) (from int, out []chunk) {
	from = m.lineEnd(s, m.off(f.Name.End()))
	for _, d := range f.Decls {
		end := m.lineEnd(s, m.off(d.End()))
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			from = end
			continue
		}
		start := from
		if len(out) > 0 {
			start = out[len(out)-1].end
		}
		if end <= start {
			return from, nil // two on one line
		}
		out = append(out, chunk{d, start, end})
	}
	return from, out
}

func (m *mutator) lineEnd(s *Source, off int) int {
	if i := bytes.IndexByte(s.Text[off:], '\n'); i >= 0 {
		return off + i + 1
	}
	return len(s.Text)
}

// special says whether a file has parts that may not change places: cgo, and
// constraints or directives of the whole file.
func special(f *ast.File) bool {
	for _, spec := range f.Imports {
		if spec.Path.Value == `"C"` {
			return true
		}
	}
	return false
}

// reorder changes the order of the declarations of a file.
func reorder(m *mutator) *Package {
	m.each(func(s *Source, f *ast.File) {
		from, chunks := m.chunks(s, f)
		if len(chunks) < 2 || special(f) {
			return
		}
		var pieces []piece
		for _, i := range m.rnd.Perm(len(chunks)) {
			pieces = append(pieces, s.part(chunks[i].start, chunks[i].end), add("\n"))
		}
		m.change(s, edit{from, chunks[len(chunks)-1].end, pieces})
	})
	return m.done()
}

// split puts some declarations of a file into a new one.
func split(m *mutator) *Package {
	out := &Package{}
	changed := false
	m.each(func(s *Source, f *ast.File) {
		from, chunks := m.chunks(s, f)
		var kinds [2][]ast.Node
		var parts [2][]piece
		for _, c := range chunks {
			i := m.rnd.IntN(2)
			kinds[i] = append(kinds[i], c.decl)
			parts[i] = append(parts[i], s.part(c.start, c.end))
		}
		if len(kinds[0]) == 0 || len(kinds[1]) == 0 || special(f) || bytes.Contains(s.Text[:from], []byte("//go:build")) || dots(f) {
			out.Files = append(out.Files, s)
			return
		}
		changed = true
		rest := s.part(chunks[len(chunks)-1].end, len(s.Text))
		head := s.part(0, m.off(f.Name.End()))
		out.Files = append(out.Files,
			join(s.Name, append(append([]piece{head, add("\n\n" + m.importsOf(s, f, kinds[0]...))}, parts[0]...), rest)),
			join(fmt.Sprintf("%s_part%d.go", s.Name[:len(s.Name)-len(".go")], m.names), append([]piece{add("package " + f.Name.Name + "\n\n" + m.importsOf(s, f, kinds[1]...))}, parts[1]...)))
	})
	if !changed {
		return nil
	}
	return out
}

// dots says whether a file imports names of others as its own.
func dots(f *ast.File) bool {
	for _, spec := range f.Imports {
		if spec.Name != nil && spec.Name.Name == "." {
			return true
		}
	}
	return false
}

// strange is code that has nothing to do with anything.
const strange = `
type strange%[1]d struct {
	width, height float64
	next *strange%[1]d
}

func (s *strange%[1]d) area() (sum float64) {
	for p := s; p != nil; p = p.next {
		switch {
		case p.width < 0, p.height < 0:
			continue
		default:
			sum += p.width * p.height
		}
	}
	return sum
}

func strangeSum%[1]d[T ~int | ~float64](list ...T) (sum T) {
	defer func() { sum++ }()
	for _, x := range list {
		func() { sum += x }()
	}
	return sum
}

var strangeTotal%[1]d = strangeSum%[1]d((&strange%[1]d{width: 2, height: 3}).area(), 4)
`

// unrelated adds code: functions, statements, branches.
func unrelated(m *mutator) *Package {
	m.funcs(func(s *Source, _ *ast.File, fn *ast.FuncDecl) {
		if !m.chance() || len(fn.Body.List) == 0 {
			return
		}
		m.names++
		m.change(s, insert(m.off(fn.Body.List[0].Pos()), fmt.Sprintf("strange%[1]d := []int{1, 2, %[1]d}; for i := range strange%[1]d { if i > 7 { strange%[1]d[i] = i } else { strange%[1]d[i]++ } }; ", m.names)))
	})
	m.each(func(s *Source, f *ast.File) {
		if !special(f) {
			m.names++
			m.edits[s] = append(m.edits[s], insert(len(s.Text), fmt.Sprintf(strange, m.names)))
		}
	})
	return m.done()
}
