package mobile

import (
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// serverImports begin imports of code that runs on a server. Data only.
var serverImports = []string{
	"org.springframework", "io.ktor.server", "io.ktor.application", "io.ktor.routing", "io.quarkus", "io.micronaut",
	"jakarta.", "javax.servlet", "javax.ws.rs", "javax.enterprise", "javax.ejb", "javax.persistence", "io.javalin",
	"io.vertx", "org.http4k", "play.", "spark.", "com.sparkjava", "io.dropwizard", "io.helidon", "ratpack.",
	"org.eclipse.microprofile", "org.glassfish", "org.jboss", "com.google.cloud.functions", "com.amazonaws.services.lambda",
	"io.grpc.stub", "akka.http", "org.apache.catalina", "io.undertow", "ninja.", "com.linecorp.armeria", "graphql.kickstart",
	"package:shelf", "package:dart_frog", "package:serverpod", "package:angel", "package:conduit", "package:aqueduct",
	"package:functions_framework", "package:alfred",
	"Vapor", "Hummingbird", "Kitura", "PerfectHTTP", "JWTVapor", "SmokeOperations", "AWSLambdaRuntime",
}

// appImports begin imports of code that runs in an app. Data only.
var appImports = []string{
	"android.", "androidx.", "io.intercom.android", "com.google.android", "dagger.hilt", "UIKit", "SwiftUI", "Intercom",
	"package:flutter", "package:intercom_flutter", "AppKit", "WatchKit", "kotlinx.android", "org.koin.android",
	"com.facebook.react", "io.flutter", "timber.log",
}

// tokenImports are libraries that servers use more than apps do. Data only.
var tokenImports = []string{"com.auth0.jwt", "io.jsonwebtoken", "com.nimbusds", "org.jose4j", "org.slf4j", "lombok."}

// serverAnnotations mark classes and members of server frameworks. Data only.
var serverAnnotations = wordset.Set{Words: `Service RestController Controller Component Configuration ConfigurationProperties Value
	ApplicationScoped RequestScoped ConfigProperty Path SpringBootApplication Repository RequestMapping GetMapping PostMapping`}

// serverFolders and appFolders are telling names in a path. Data only.
var (
	serverFolders = wordset.Set{Words: `server backend api services functions lambda`}
	appFolders    = wordset.Set{Words: `app android ios mobile androidmain iosmain commonmain lib`}
)

// decideSide tells code of a server from code of an app: by imports, then by
// annotations and calls, then by folders. In doubt it is an app: this reader
// exists for apps, and Swift, Objective-C and Dart mostly are.
func (g *program) decideSide() {
	if g.buildFile() {
		return // it builds something into an app, or it is not ours
	}
	server, app := false, false
	for _, i := range g.imports {
		i = strings.TrimPrefix(i, "static")
		server = server || hasPrefix(i, serverImports)
		app = app || hasPrefix(i, appImports)
	}
	if server || app {
		g.server = server && !app
		return
	}
	if g.lang != kotlin && g.lang != java {
		return
	}
	for n := range g.tree.all() {
		for _, a := range n.notes {
			server = server || serverAnnotations.Has(a.name)
		}
		if n.op == opCall && n.name == "getenv" && n.recv().path() == "System" {
			server = true
		}
		if n.op == opMember && n.kids[0].op == opIdent && n.kids[0].name == "BuildConfig" {
			return
		}
	}
	for _, i := range g.imports {
		server = server || hasPrefix(i, tokenImports)
	}
	server = server || strings.HasPrefix(g.file, "src/main/")
	for dir := range strings.SplitSeq(strings.ToLower(path.Dir(g.file)), "/") {
		server = server || serverFolders.Has(dir)
		app = app || appFolders.Has(dir)
	}
	g.server = server && !(app && !g.hasEnv())
}

// hasEnv says whether the file reads the environment of its process.
func (g *program) hasEnv() bool { return len(g.calls["getenv"]) > 0 }

func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
