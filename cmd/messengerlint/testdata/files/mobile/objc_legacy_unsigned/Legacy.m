#import <Intercom/Intercom.h>

@implementation Legacy

- (void)loginUser:(User *)user {
    [Intercom registerUserWithUserId:user.identifier email:user.email]; // want unsignedboot
}

- (void)visitor {
    [Intercom registerUnidentifiedUser];
}

@end
