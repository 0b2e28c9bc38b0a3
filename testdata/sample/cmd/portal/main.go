// Command portal serves the customer portal.
package main

import (
	"log"
	"net/http"

	"sample.test/portal/internal/config"
	"sample.test/portal/internal/session"
	"sample.test/portal/internal/support"
	"sample.test/portal/internal/web"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("starting with %+v", cfg)

	signer, err := support.NewSigner(cfg.IntercomWebSecret)
	if err != nil {
		log.Fatal(err)
	}
	srv := web.New(cfg, signer, session.NewStore())
	log.Fatal(http.ListenAndServe(":"+cfg.Port, srv.Routes()))
}
