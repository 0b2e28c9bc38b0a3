#import <Intercom/Intercom.h>

@implementation Login

- (void)start:(User *)user token:(NSString *)token {
    void (^identify)(void) = ^{
        ICMUserAttributes *attributes = [[ICMUserAttributes alloc] init];
        attributes.userId = user.identifier;
        [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
    };
    [Intercom setUserJwt:token];
    identify();
}

- (void)startTernary:(User *)user token:(NSString *)token hash:(NSString *)hash {
    token.length ? [Intercom setUserJwt:token] : [Intercom setUserHash:hash];
    ICMUserAttributes *attributes = [[ICMUserAttributes alloc] init];
    attributes.userId = user.identifier;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
}

- (void)startOneLine:(User *)user token:(NSString *)token {
    if (token) [Intercom setUserJwt:token];
    else [Intercom loginUnidentifiedUserWithSuccess:nil failure:nil];
}

+ (void)startClass:(User *)user {
    ICMUserAttributes *attributes = [[ICMUserAttributes alloc] init];
    attributes.userId = user.identifier;
    @try {
        [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil]; // want unsignedboot
        [Intercom setUserJwt:[TokenStore shared].token];
    } @catch (NSException *exception) {
        NSLog(@"%@", exception);
    }
}

@end
