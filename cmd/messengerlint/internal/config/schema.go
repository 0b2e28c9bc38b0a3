package config

import "encoding/json"

// schema is the part of JSON Schema that the file needs.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	ID          string             `json:"$id,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        string             `json:"type,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
}

// Schema returns the JSON schema of the file, for editors and other tools.
func Schema(rules []string) []byte {
	root := &schema{
		Schema: "https://json-schema.org/draft/2020-12/schema",
		ID:     "https://github.com/messengerlint/messengerlint/blob/main/docs/messengerlint.schema.json",
		Title:  "messengerlint", Description: "Settings of messengerlint (" + DefaultName + ")",
		Type: "object", Additional: new(false), Properties: map[string]*schema{},
	}
	for _, k := range Keys() {
		s := schemaOf(k, rules)
		s.Description = k.Doc
		root.Properties[k.Name] = s
	}
	out, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // strings and maps of strings
	}
	return append(out, '\n')
}

func schemaOf(k Key, rules []string) *schema {
	switch k.kind {
	case kindWord:
		return &schema{Type: "string", Enum: k.words}
	case kindSpan:
		return &schema{Type: "string", Pattern: `^([0-9]+(\.[0-9]+)?(h|m|s))+$`}
	case kindBool:
		return &schema{Type: "boolean"}
	case kindRules:
		return ruleList(rules)
	case kindWords:
		return &schema{Type: "array", Items: &schema{Type: "string", Enum: k.words}}
	case kindFuncs:
		return &schema{Type: "array", Items: &schema{Type: "string", Pattern: funcName().String()}}
	case kindExcludes:
		return &schema{Type: "array", Items: &schema{
			Type: "object", Additional: new(false), Required: []string{"path", "reason"},
			Properties: map[string]*schema{
				"path":   {Type: "string", MinLength: 1, Description: "a path or glob below this file's folder; ** stands for any folders"},
				"reason": {Type: "string", MinLength: 1, Description: "why findings there do not count"},
				"rules":  ruleList(rules),
			},
		}}
	}
	return &schema{Type: "array", Items: &schema{Type: "string", MinLength: 1}}
}

func ruleList(rules []string) *schema {
	enum := make([]string, 0, 2*len(rules))
	for _, r := range rules {
		enum = append(enum, r, "-"+r)
	}
	return &schema{Type: "array", Items: &schema{Type: "string", Enum: enum}}
}
