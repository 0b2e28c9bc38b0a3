#ifndef Constants_h
#define Constants_h

#define kIntercomAppId @"ab12cd34"
#define kIntercomApiKey @"ios_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"
#define kIntercomSecureModeSecret @"9Rk4WbN8sYc1HdJ6pGfA3eUoVtQ5iBnqX7vT2mLz" // want hardcodedsecret

extern NSString *const kIntercomIdentitySecretName;

#endif
