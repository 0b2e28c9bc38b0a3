package output

import (
	"fmt"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
)

// mapPicture is the drawing of a map: the server with its mints on the left, a
// box a platform on the right, and between them how the users are proved.
type mapPicture struct {
	Summary       string
	Width, Height int
	Server        box
	Lanes         []lane
	Tables        []mapTable
}

type box struct {
	X, Y, W, H   int
	Title, Lines string
	Class        string
}

type lane struct {
	box
	Curve          string // of the line from the server
	LabelX, LabelY int
	LabelW         int
	Label          string
	Dots           []dot
	More           string // what no dot is drawn for
	MoreX          int
}

type dot struct {
	X, Y         int
	Class, Title string
}

type mapTable struct {
	Title string
	Rows  []mapRow
}

type mapRow struct{ Place, What, Says, Class string }

// The measures of the drawing.
const (
	mapWidth             = 960
	serverX, serverW     = 16, 250
	laneX, laneW, laneH  = 600, 344, 84
	laneGap, mapMargin   = 16, 16
	dotStep, mostDots    = 18, 16
	dotOffset, dotBottom = 24, 20
)

func drawMap(m *inventory.Map) *mapPicture {
	pic := &mapPicture{Summary: m.Summary(), Width: mapWidth}
	var mints []inventory.Entry
	var lanes []inventory.Platform
	for _, p := range m.Platforms {
		entries := m.Of(p.Name)
		for _, e := range entries {
			if e.What == "mint" && p.Name == "server" {
				mints = append(mints, e)
			}
		}
		if p.Name != "server" || p.Boots+p.Anonymous > 0 {
			lanes = append(lanes, p)
		}
		pic.Tables = append(pic.Tables, tableOf(p, entries))
	}
	n := max(len(lanes), 1)
	pic.Height = 2*mapMargin + n*laneH + (n-1)*laneGap
	pic.Server = serverBox(mints, pic.Height)
	for i, p := range lanes {
		pic.Lanes = append(pic.Lanes, drawLane(p, m.Of(p.Name), mapMargin+i*(laneH+laneGap), pic.Height/2))
	}
	return pic
}

func serverBox(mints []inventory.Entry, height int) box {
	b := box{X: serverX, W: serverW, H: laneH, Title: "server", Lines: "no mint seen", Class: "none"}
	b.Y = (height - b.H) / 2
	jwt, hash := 0, 0
	for _, e := range mints {
		if e.Level == inventory.LevelHMAC {
			hash++
		} else {
			jwt++
		}
	}
	switch {
	case jwt > 0 && hash > 0:
		b.Lines, b.Class = plural(jwt, "JWT mint", "JWT mints")+", "+plural(hash, "hash", "hashes")+" (HMAC)", "part"
	case jwt > 0:
		b.Lines, b.Class = plural(jwt, "JWT mint", "JWT mints"), "good"
	case hash > 0:
		b.Lines, b.Class = plural(hash, "user_hash mint", "user_hash mints")+" (HMAC)", "part"
	}
	return b
}

func drawLane(p inventory.Platform, entries []inventory.Entry, y, middle int) lane {
	l := lane{box: box{X: laneX, Y: y, W: laneW, H: laneH, Title: inventory.Title(p.Name)}}
	best := ""
	for _, e := range entries {
		if e.What == "mint" {
			continue
		}
		if e.Level == inventory.LevelJWT || e.Level == inventory.LevelHMAC && best == "" {
			best = e.Level
		}
		if len(l.Dots) == mostDots {
			l.More = "+"
			continue
		}
		l.Dots = append(l.Dots, dot{laneX + dotOffset + len(l.Dots)*dotStep, y + laneH - dotBottom, classOf(e), place(e) + ": " + e.Says()})
	}
	l.MoreX = laneX + dotOffset + len(l.Dots)*dotStep
	switch {
	case p.Boots == 0 && p.Anonymous == 0 && p.Proofs == 0:
		l.Lines, l.Class, l.Label = "no boot seen", "none", "nothing seen"
	case p.Boots == 0:
		l.Lines, l.Class, l.Label = "no boot names a user", "none", "anonymous"
		if best != "" {
			l.Label = best
		}
	case p.Secured == p.Boots:
		l.Lines, l.Class, l.Label = fmt.Sprintf("%d of %d secured", p.Secured, p.Boots), "good", best
		if best == inventory.LevelHMAC {
			l.Class = "part" // secured, by the legacy proof
		}
	case p.Secured+p.Open == p.Boots:
		l.Lines, l.Class, l.Label = fmt.Sprintf("%d of %d secured, %d cannot be told", p.Secured, p.Boots, p.Open), "part", "cannot be told"
	case p.Secured > 0:
		l.Lines, l.Class, l.Label = fmt.Sprintf("%d of %d secured", p.Secured, p.Boots), "bad", "partly"
	default:
		l.Lines, l.Class, l.Label = fmt.Sprintf("0 of %d secured", p.Boots), "bad", "no proof"
	}
	fromX, toX, toY := serverX+serverW, laneX, y+laneH/2
	l.Curve = fmt.Sprintf("M%d %dC%d %d %d %d %d %dH%d", fromX, middle, fromX+90, middle, toX-220, toY, toX-130, toY, toX)
	l.LabelW = 8*len(l.Label) + 20
	l.LabelX, l.LabelY = toX-l.LabelW/2-64, toY
	return l
}

func classOf(e inventory.Entry) string {
	switch e.Level {
	case inventory.LevelJWT:
		return "good"
	case inventory.LevelHMAC, inventory.LevelOpen:
		return "part"
	case inventory.LevelNone:
		return "bad"
	}
	return "none"
}

func place(e inventory.Entry) string { return plain(at(e.Place)) }

func tableOf(p inventory.Platform, entries []inventory.Entry) mapTable {
	t := mapTable{Title: inventory.Title(p.Name)}
	for _, e := range entries {
		t.Rows = append(t.Rows, mapRow{place(e), e.What, plain(e.Says()), classOf(e)})
	}
	return t
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
