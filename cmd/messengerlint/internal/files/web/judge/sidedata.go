package judge

import "github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"

const (
	flowFunc    = flow.Func
	flowUnknown = flow.Unknown
)

// Modules that only run in an app.
var nativeModules = set("react-native", "@intercom/intercom-react-native", "@capacitor-community/intercom", "@capgo/capacitor-intercom",
	"@capacitor/core", "react-native-config", "react-native-pure-jwt", "expo-jwt", "react-native-crypto", "@awesome-cordova-plugins/intercom/ngx", "@ionic-native/intercom/ngx")

// Modules that only run in a browser.
var clientModules = set("react-dom", "react-dom/client", "@intercom/messenger-js-sdk", "react-use-intercom", "react-intercom", "ng-intercom",
	"@angular/core", "@angular/platform-browser", "vue-router", "react-router-dom", "@segment/analytics-next", "next/navigation", "vue", "svelte", "jquery",
	"@auth0/auth0-react", "@clerk/clerk-react", "firebase/auth", "next-auth/react", "pinia", "zustand", "@tanstack/react-query")

// Modules that only run on a server.
var serverModules = set("express", "fastify", "koa", "@koa/router", "next/server", "next/headers", "hono", "fs", "fs/promises", "http", "https", "crypto",
	"server-only", "h3", "aws-lambda", "firebase-functions", "firebase-admin", "@sveltejs/kit", "@remix-run/node", "@remix-run/cloudflare", "@remix-run/express",
	"@hapi/hapi", "restify", "mongoose", "pg", "@prisma/client", "sequelize", "knex", "ioredis", "dotenv", "winston", "pino", "apollo-server",
	"@apollo/server", "@trpc/server", "itty-router", "elysia", "typeorm", "next-auth/next", "next-auth", "express-jwt", "path", "os", "child_process", "nodemailer", "graphql", "type-graphql", "drizzle-orm")

var serverPrefixes = []string{"@nestjs/", "@fastify/", "@hono/", "firebase-functions/", "express-", "koa-", "@aws-sdk/", "drizzle-orm/", "@adonisjs/", "@auth/"}

// Parts of paths that tell where a file runs.
var (
	serverPaths = []string{"/api/", "/server/", "/backend/", "/functions/", "/lambda/", "/lambdas/", "/controllers/", "/routes/api/", "/workers/", "/resolvers/"}
	clientPaths = []string{"/public/", "/static/", "/assets/", "/www/", "/dist/", "/.next/static/", "/client/", "/frontend/", "/src/environments/", "/browser/", "/components/", "/composables/"}
	serverFiles = []string{"route.ts", "route.js", "route.tsx", "+server.ts", "+server.js", "server.ts", "server.js", "server.mjs", "middleware.ts", "middleware.js", "hooks.server.ts"}
)

// Functions that frameworks run on the server.
var serverFunctions = set("getServerSideProps", "getStaticProps", "getStaticPaths", "loader", "action", "generateMetadata", "load", "actions", "entry", "onGet", "onPost",
	"GET", "POST", "PUT", "PATCH", "DELETE")

// Calls whose callback runs on the server.
var serverWrappers = set("defineEventHandler", "eventHandler", "defineCachedEventHandler", "createServerFn", "handler", "routeLoader$", "server$", "routeAction$",
	"onRequest", "onCall", "withIronSessionSsr", "withIronSessionApiRoute", "getServerSidePropsWrapper", "wrapHandler", "unstable_cache", "cache")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
