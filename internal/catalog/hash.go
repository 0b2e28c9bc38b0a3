package catalog

// hashTable names the digest of every constructor that crypto/hmac.New may be
// given, and of the one-shot digests.
func hashTable() HashName {
	t := HashName{
		"crypto/md5.New":    "MD5",
		"crypto/md5.Sum":    "MD5",
		"crypto/sha1.New":   "SHA-1",
		"crypto/sha1.Sum":   "SHA-1",
		"crypto/sha256.New": "SHA-256",
		// SSA shows the bound method (crypto.Hash).New$bound; the digest is
		// that of the receiver, for which the crypto constants stand below.
		"crypto.MD5":        "MD5",
		"crypto.SHA1":       "SHA-1",
		"crypto.SHA224":     "SHA-224",
		"crypto.SHA256":     "SHA-256",
		"crypto.SHA384":     "SHA-384",
		"crypto.SHA512":     "SHA-512",
		"crypto.SHA512_224": "SHA-512/224",
		"crypto.SHA512_256": "SHA-512/256",
		"crypto.SHA3_224":   "SHA3-224",
		"crypto.SHA3_256":   "SHA3-256",
		"crypto.SHA3_384":   "SHA3-384",
		"crypto.SHA3_512":   "SHA3-512",
		"crypto.RIPEMD160":  "RIPEMD-160",

		"golang.org/x/crypto/ripemd160.New": "RIPEMD-160",
		"golang.org/x/crypto/md4.New":       "MD4",
		"golang.org/x/crypto/blake2b.New":   "BLAKE2b",
	}
	put(t, "crypto/sha256", "Sum256", "SHA-256")
	put(t, "crypto/sha256", "New224 Sum224", "SHA-224")
	put(t, "crypto/sha512", "New Sum512", "SHA-512")
	put(t, "crypto/sha512", "New384 Sum384", "SHA-384")
	put(t, "crypto/sha512", "New512_224 Sum512_224", "SHA-512/224")
	put(t, "crypto/sha512", "New512_256 Sum512_256", "SHA-512/256")
	for _, p := range []string{"crypto/sha3", "golang.org/x/crypto/sha3"} {
		put(t, p, "New224 Sum224", "SHA3-224")
		put(t, p, "New256 Sum256", "SHA3-256")
		put(t, p, "New384 Sum384", "SHA3-384")
		put(t, p, "New512 Sum512", "SHA3-512")
	}
	// minio's drop-in replacement has the same names.
	put(t, "github.com/minio/sha256-simd", "New Sum256", "SHA-256")
	return t
}

// hmacCalls are MACs that end as a proof of their own (Messenger's user_hash).
// The data is written by io.Writer.Write: the engine follows the object.
func hmacCalls() callTable {
	t := callTable{}
	put(t, "crypto/hmac", "New", call(Build).alg(0).key(1))
	put(t, "hash", "Hash.Sum", call(Sign).from(Recv))
	return t
}

// mintTable are the packages whose import says that a package may mint a proof:
// every JWT library, the wrappers that sign, and crypto/hmac.
func mintTable() map[string]bool {
	t := map[string]bool{"crypto/hmac": true}
	for name := range jwtCalls() {
		t[packageOf(name)] = true
	}
	for name := range jwtFields() {
		t[packageOf(name)] = true
	}
	// hash.Hash alone makes nothing.
	delete(t, "hash")
	return t
}
