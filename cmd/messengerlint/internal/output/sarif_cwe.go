package output

import (
	"fmt"
	"maps"
	"slices"
)

// cweGUID identifies the taxonomy, as the SARIF documents of CWE 4.x do.
const cweGUID = "FFC64C90-42B6-44CE-8BEB-F6B7DAE649E5"

const cweVersion, cweDate = "4.16", "2024-11-19"

// cweNames are the weaknesses that rules name (https://cwe.mitre.org).
func cweNames() map[int]string {
	return map[int]string{
		117:  "Improper Output Neutralization for Logs",
		200:  "Exposure of Sensitive Information to an Unauthorized Actor",
		287:  "Improper Authentication",
		290:  "Authentication Bypass by Spoofing",
		321:  "Use of Hard-coded Cryptographic Key",
		327:  "Use of a Broken or Risky Cryptographic Algorithm",
		328:  "Use of Weak Hash",
		345:  "Insufficient Verification of Data Authenticity",
		347:  "Improper Verification of Cryptographic Signature",
		522:  "Insufficiently Protected Credentials",
		532:  "Insertion of Sensitive Information into Log File",
		613:  "Insufficient Session Expiration",
		639:  "Authorization Bypass Through User-Controlled Key",
		798:  "Use of Hard-coded Credentials",
		1104: "Use of Unmaintained Third Party Components",
		1391: "Use of Weak Credentials",
	}
}

// cweTaxonomy lists the weaknesses that the rules of the report name.
func cweTaxonomy(r *Report) sarifTaxonomy {
	used := map[int]bool{}
	for _, rule := range r.Rules {
		for _, cwe := range rule.CWE {
			used[cwe] = true
		}
	}
	out := sarifTaxonomy{
		Name: "CWE", GUID: cweGUID, Version: cweVersion, ReleaseDate: cweDate,
		InformationURI: "https://cwe.mitre.org/data/published/cwe_v4.16.pdf", Organization: "MITRE",
		ShortDescription: sarifText{Text: "The MITRE Common Weakness Enumeration"},
		Taxa:             []sarifTaxon{},
	}
	names := cweNames()
	for _, cwe := range slices.Sorted(maps.Keys(used)) {
		name := names[cwe]
		if name == "" {
			name = fmt.Sprintf("CWE-%d", cwe)
		}
		out.Taxa = append(out.Taxa, sarifTaxon{
			ID: fmt.Sprint(cwe), ShortDescription: sarifText{Text: name},
			HelpURI: fmt.Sprintf("https://cwe.mitre.org/data/definitions/%d.html", cwe),
		})
	}
	return out
}
