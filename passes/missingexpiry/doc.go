// report a Messenger JWT without expiry, or with a broken or far too long one.
package missingexpiry
