// report a mint with a key that cannot be right or may be empty.
package wrongkey
