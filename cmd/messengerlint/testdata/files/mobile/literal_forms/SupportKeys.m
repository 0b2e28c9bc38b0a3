#import "SupportKeys.h"

NSString *const ACMEIntercomIdentitySecret = @"RVb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2"; // want hardcodedsecret
static NSString * const kIntercomClientSecret = @"Vb7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2R";

@implementation SupportKeys

- (instancetype)init {
    if ((self = [super init])) {
        self.intercomJwtSecret = @"b7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RV"; // want hardcodedsecret
        _intercomHmacSecret = @"7Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb"; // want hardcodedsecret
        [[NSUserDefaults standardUserDefaults] registerDefaults:@{@"intercom_identity_secret": @"Nq5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7"}]; // want hardcodedsecret
        NSString *read = [[NSBundle mainBundle] objectForInfoDictionaryKey:@"IntercomIdentitySecret"];
        NSString *env = NSProcessInfo.processInfo.environment[@"INTERCOM_JWT_SECRET"] ?: @"q5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7N"; // want hardcodedsecret
    }
    return self;
}

+ (NSString *)intercomVerificationSecret {
    return @"5Ty8Hc1Jd6SfGaU3eMoQi0XwKz4kP9wLx2RVb7Nq"; // want hardcodedsecret
}

@end
