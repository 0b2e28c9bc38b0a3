package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
)

// The plot: one bar a command, CPU time on a logarithmic scale, a whisker from
// the fastest to the slowest run.
const (
	labelWidth = 420
	barsWidth  = 460
	rowHeight  = 18
	titleGap   = 26
)

func plot(all []row) []byte {
	low, high := math.Inf(1), 0.0
	height := titleGap
	last := ""
	for _, r := range all {
		low, high = min(low, r.CPU.Low), max(high, r.CPU.High)
		height += rowHeight
		if r.Case != last {
			height += titleGap
		}
		last = r.Case
	}
	low = math.Pow(10, math.Floor(math.Log10(max(low, 1))))
	high = math.Pow(10, math.Ceil(math.Log10(max(high, 10))))
	x := func(ms float64) float64 {
		return labelWidth + barsWidth*(math.Log10(max(ms, low))-math.Log10(low))/(math.Log10(high)-math.Log10(low))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">`+"\n",
		labelWidth+barsWidth+100, height+30)
	b.WriteString(`<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	for ms := low; ms <= high; ms *= 10 {
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="10" y2="%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle" fill="#666">%s</text>`+"\n",
			x(ms), x(ms), height, x(ms), height+18, milliseconds(ms))
	}
	y := 4
	last = ""
	for _, r := range all {
		if r.Case != last {
			y += titleGap
			fmt.Fprintf(&b, `<text x="8" y="%d" font-weight="bold">%s</text>`+"\n", y, escape(r.Case))
			last = r.Case
		}
		y += rowHeight
		color := "#9aa7b4"
		if r.Against == 0 {
			color = "#1f6feb"
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text>`, labelWidth-8, y, escape(r.Tool))
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%.1f" height="12" fill="%s"/>`, labelWidth, y-10, max(x(r.CPU.Median)-labelWidth, 1), color)
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="%d" y2="%d" stroke="#000"/>`, x(r.CPU.Low), x(r.CPU.High), y-4, y-4)
		fmt.Fprintf(&b, `<text x="%.1f" y="%d">%s</text>`+"\n", x(r.CPU.High)+6, y, milliseconds(r.CPU.Median))
	}
	fmt.Fprintf(&b, "</svg>\n")
	return b.Bytes()
}

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
