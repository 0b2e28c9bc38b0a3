#import "Constants.h"

NSString *const kIntercomIdentitySecretName = @"intercom_identity_secret";
static NSString *const kIntercomVerificationSecret = @"4WbN8sYc1HdJ6pGfA3eUoVtQ5iBnqX7vT2mLz9Rk"; // want hardcodedsecret
static NSString *const kGatewaySecret = @"4WbN8sYc1HdJ6pGfA3eUoVtQ5iBnqX7vT2mLz9Rp";
