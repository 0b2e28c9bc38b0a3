// report a Messenger API secret written as a literal.
package hardcodedsecret
