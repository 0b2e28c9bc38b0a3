#import <Intercom/Intercom.h>

@implementation Legacy

- (void)loginUser:(User *)user {
    [Intercom setHMAC:user.hmac data:user.identifier]; // want identityhash
    [Intercom registerUserWithUserId:user.identifier email:user.email];
}

- (void)loginEmail:(NSString *)email {
    [Intercom registerUserWithEmail:email];
}

@end
