#import "IntercomHash.h"
#import <CommonCrypto/CommonHMAC.h>
#import <Intercom/Intercom.h>

static NSString *const kIntercomSecret = @"c1HdJ6pGfA3eUoVtQ5iBnqX7vT2mLz9Rk4WbN8sY";

@implementation IntercomHash

+ (NSString *)hashForUserId:(NSString *)userId {
    const char *cKey = [kIntercomSecret cStringUsingEncoding:NSASCIIStringEncoding];
    const char *cData = [userId cStringUsingEncoding:NSASCIIStringEncoding];
    unsigned char cHMAC[CC_SHA256_DIGEST_LENGTH];
    CCHmac(kCCHmacAlgSHA256, cKey, strlen(cKey), cData, strlen(cData), cHMAC); // want frontendkey, identityhash
    NSMutableString *output = [NSMutableString stringWithCapacity:CC_SHA256_DIGEST_LENGTH * 2];
    for (int i = 0; i < CC_SHA256_DIGEST_LENGTH; i++) {
        [output appendFormat:@"%02x", cHMAC[i]];
    }
    return output;
}

+ (void)loginUserId:(NSString *)userId {
    [Intercom setUserHash:[self hashForUserId:userId]]; // want identityhash
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.userId = userId;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
}

@end
