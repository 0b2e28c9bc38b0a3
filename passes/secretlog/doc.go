// report a secret or a proof in a log, an error text or a URL.
package secretlog
