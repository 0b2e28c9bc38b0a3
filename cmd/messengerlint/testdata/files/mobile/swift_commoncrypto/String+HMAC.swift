import CommonCrypto
import Foundation

extension String {
    func hmacSHA256(key: String) -> String {
        var digest = [UInt8](repeating: 0, count: Int(CC_SHA256_DIGEST_LENGTH))
        CCHmac(CCHmacAlgorithm(kCCHmacAlgSHA256), key, key.count, self, self.count, &digest)
        return digest.map { String(format: "%02x", $0) }.joined()
    }
}
