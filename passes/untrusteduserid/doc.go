// report a proof minted for an id that the request chose.
package untrusteduserid
